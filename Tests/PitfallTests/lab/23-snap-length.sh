#!/bin/bash
# Pitfall 23: a snap length of 96 bytes cuts DHCP and DNS; addresses and headers stay.
SNAP=96
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
names 198.51.100.80 www.haihau.example 2001:db8:0:1::80 www.haihau.example
office $LAN6; dns rt lan0 --dhcp-range=10.20.30.100,10.20.30.180,8m; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
plug pc-1 98:90:96:a0:23:11 eui64; up pc-1; dhcp4u pc-1 PC-KE-TOAN 'MSFT 5.0'; leased pc-1; global pc-1
for i in 1 2 3 4; do web pc-1 http://www.haihau.example/; done; web pc-1 -4 http://www.haihau.example/
finish
