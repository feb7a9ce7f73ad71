#!/bin/bash
# Pitfall 12: behind NAT44 many machines look like one, and one machine with many temporary addresses (RFC 8981) looks like many.
# Two files: the uplink outside the NAT, and `.inside`, the LAN at the same time.  One PC takes four temporary addresses in turn.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record net; record lan inside
office $LAN6; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
nft_ rt <<Y
table ip nat { chain post { type nat hook postrouting priority 100; oifname "wan0" masquerade; }; }
Y
pc pc-1 98:90:96:a0:12:11 'stable temp' 11; pc pc-2 54:ee:75:b0:12:12 eui64 12; pc pc-3 f4:8e:38:e0:12:13 eui64 13
for i in 1 2 3 4; do
  global pc-1; visit pc-1 2001:db8:0:1::80; visit pc-1 198.51.100.80
  ex pc-1 ip link set eth0 down; up pc-1; gw4 pc-1 10.20.30.1
done
for p in pc-2 pc-3; do visit $p 2001:db8:0:1::80; visit $p 198.51.100.80; done
finish
