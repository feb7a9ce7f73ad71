#!/bin/bash
# Pitfall 35: several machines behind one MAC.  A Wi-Fi repeater (helpers/repeater.py) puts its own MAC on the frames of two laptops, and in their ARP and ND;
# DHCP and EUI-64 identifiers still name their cards.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; switch wifi; record lan
office $LAN6; dns rt lan0 --dhcp-range=10.20.30.100,10.20.30.180,8m; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
for c in lan:14:cc:20:35:00:01 wifi:14:cc:20:35:00:02; do
  b=${c%%:*}; ex sw ip link add rep-$b-a type veth peer name rep-$b address ${c#*:}; ex sw ip link set rep-$b-a master $b
  for n in rep-$b-a rep-$b; do ex sw sysctl -qw net.ipv6.conf.$n.disable_ipv6=1; ex sw ip link set $n up; done
done
bg sw python3 "$OWN/repeater.py" rep-wifi rep-lan; sleep 0.5
for i in 1 2; do
  plug laptop-$i 98:90:96:a0:35:1$i eui64 wifi; up laptop-$i; dhcp4u laptop-$i LAPTOP-$i; leased laptop-$i; global laptop-$i
done
for r in 1 2; do for i in 1 2; do visit laptop-$i 198.51.100.80; visit laptop-$i 2001:db8:0:1::80; done; done
finish
