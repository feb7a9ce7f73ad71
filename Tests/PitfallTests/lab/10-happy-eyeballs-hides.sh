#!/bin/bash
# Pitfall 10: Happy Eyeballs hides broken IPv6 (RFC 8305 §9.3).  The router drops IPv6 to the Internet; every page loads over IPv4.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
for i in 0 1 2 3 4 5; do names 198.51.100.8$i www$i.example.com 2001:db8:0:1::8$i www$i.example.com; done
office $LAN6; dns rt lan0; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
nft_ rt <<Y
table ip6 hole { chain forward_ { type filter hook forward priority 0; drop; }; }
Y
pc pc-1 98:90:96:a0:10:11 eui64 11; global pc-1
for i in 0 1 2 3 4 5; do web pc-1 http://www$i.example.com/; done
sleep 2; visit pc-1 198.51.100.80
finish
