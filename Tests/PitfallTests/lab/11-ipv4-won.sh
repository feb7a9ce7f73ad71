#!/bin/bash
# Pitfall 11: the IPv6 SYN is given up because IPv4 won.  Answers over IPv6 take half a second: curl starts IPv4 after 200 ms and stays with it.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; switch far; record lan
for i in 0 1 2 3 4 5; do names 198.51.100.8$i www$i.example.com 2001:db8:0:1::8$i www$i.example.com; done
office $LAN6; dns rt lan0; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
N=$(ex sw ip -j link show master net | jq -r '.[-1].ifname'); ex sw ip link set "$N" master far          # the Internet, behind a slow line
for l in net far; do
  ex sw ip link add $l-a type veth peer name $l-b; ex sw ip link set $l-a master $l
  for c in $l-a $l-b; do ex sw sysctl -qw net.ipv6.conf.$c.disable_ipv6=1; ex sw ip link set $c up; done
done
bg sw python3 "$OWN/delay.py" net-b far-b 0.5
pc pc-1 98:90:96:a0:11:11 eui64 11; global pc-1
pg pc-1 198.51.100.80; pg pc-1 2001:db8:0:1::80
for i in 0 1 2 3 4 5; do web pc-1 http://www$i.example.com/; done
sleep 2; visit pc-1 198.51.100.80
finish
