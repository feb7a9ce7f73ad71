#!/bin/bash
# Pitfall 20: tags stripped.  Two VLANs with one address plan; a mirror port without tags shows them as one network.  `.qinq` is the same traffic
# from a mirror port that adds two tags.
. "$(dirname "$0")/lib.sh"
switch vlan10; switch vlan20; switch mirror; switch qinq
for m in mirror qinq; do
  ex sw ip link add $m-a type veth peer name $m-b
  for c in $m-a $m-b; do ex sw sysctl -qw net.ipv6.conf.$c.disable_ipv6=1; ex sw ip link set $c up; done
done
bg sw python3 "$OWN/mirror.py" mirror-a vlan10=- vlan20=-; bg sw python3 "$OWN/mirror.py" qinq-a vlan10=100.10 vlan20=100.20
record mirror-b; record qinq-b qinq
for v in 10 20; do
  router rt$v lan0 00:0d:b9:4a:20:$v vlan$v 192.168.1.1/24 2001:db8:20:$v::1/64; add rt$v lan0 fe80::1/64
  ra rt$v lan0 "AdvRASrcAddress { fe80::1; }; prefix 2001:db8:20:$v::/64 {};"; svc rt$v 46:tcp:80:http
  plug pc-$v 98:90:96:a0:20:$v eui64 vlan$v; fixed pc-$v 192.168.1.11/24; gw4 pc-$v 192.168.1.1; settle pc-$v; global pc-$v
done
for v in 10 20; do visit pc-$v 192.168.1.1; visit pc-$v 2001:db8:20:$v::1; done
finish
