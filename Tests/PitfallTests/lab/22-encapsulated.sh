#!/bin/bash
# Pitfall 22: encapsulation on a TSLCD link: MPLS with two labels, PPPoE, GRE and VXLAN between two provider machines, all with both families inside.
# VXLAN is the kernel's; the others are made by helpers/encap.py, for this kernel has no modules for them.
. "$(dirname "$0")/lib.sh"
switch core; record core
M1=00:e0:fc:22:00:01; M2=00:e0:fc:22:00:02
router pe1 eth0 $M1 core 10.99.22.1/30; router pe2 eth0 $M2 core 10.99.22.2/30; pg pe1 10.99.22.2
n=0
for kind in mpls pppoe gre; do
  n=$((n + 1))
  case $kind in gre) a=10.99.22.1; b=10.99.22.2 ;; *) a=$M1; b=$M2 ;; esac
  bg pe1 python3 "$OWN/encap.py" $kind t-$kind eth0 $a $b; bg pe2 python3 "$OWN/encap.py" $kind t-$kind eth0 $b $a; sleep 0.7
  for i in 1 2; do ex pe$i sysctl -qw net.ipv6.conf.t-$kind.addr_gen_mode=1; ex pe$i ip link set t-$kind up mtu 1400; done
  for i in 1 2; do                       # the machines inside: one at each end, routed through it
    switch in-$kind-$i; router pe$i in-$kind 02:00:5e:22:0$n:0$i in-$kind-$i 10.30.$n$i.1/24 2001:db8:30:$n$i::1/64
    plug $kind-$i 98:90:96:a0:22:$n$i static in-$kind-$i; fixed $kind-$i 10.30.$n$i.11/24 2001:db8:30:$n$i::11/64
    gw4 $kind-$i 10.30.$n$i.1; gw6 $kind-$i 2001:db8:30:$n$i::1; settle $kind-$i
    ex pe$i ip route add 10.30.$n$((3 - i)).0/24 dev t-$kind; ex pe$i ip -6 route add 2001:db8:30:$n$((3 - i))::/64 dev t-$kind
  done
  svc $kind-2 46:tcp:80:http; sleep 0.5
  visit $kind-1 10.30.${n}2.11; visit $kind-1 2001:db8:30:${n}2::11
done
for i in 1 2; do                         # VXLAN: one Ethernet over both
  ex pe$i ip link add vx type vxlan id 22 local 10.99.22.$i remote 10.99.22.$((3 - i)) dstport 4789
  switch vx-$i; port pe$i vx0 02:00:5e:22:09:0$i vx-$i
  ex pe$i ip link add sw0 type bridge mcast_snooping 0; for c in vx vx0 sw0; do ex pe$i sysctl -qw net.ipv6.conf.$c.disable_ipv6=1; done
  for c in vx vx0; do ex pe$i ip link set $c master sw0; ex pe$i ip link set $c up; done; ex pe$i ip link set sw0 up
  plug vxlan-$i 54:ee:75:b0:22:0$i static vx-$i; fixed vxlan-$i 10.30.40.1$i/24 2001:db8:30:40::1$i/64; settle vxlan-$i
done
svc vxlan-2 46:tcp:80:http; sleep 0.5
visit vxlan-1 10.30.40.12; visit vxlan-1 2001:db8:30:40::12
finish
