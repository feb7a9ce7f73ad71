#!/bin/bash
# Pitfall 6: a phone that shares its line announces itself as router beside the office's own.  Its MAC is a random one.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
pc pc-1 98:90:96:a0:06:11 eui64 11; global pc-1
visit pc-1 198.51.100.80; visit pc-1 2001:db8:0:1::80
router phone eth0 da:a1:19:06:77:01 lan 2001:db8:bad:1::1/64
ra phone eth0 'AdvDefaultLifetime 1800; AdvDefaultPreference high; prefix 2001:db8:bad:1::/64 { AdvValidLifetime 7200; AdvPreferredLifetime 3600; };'
sleep 5; settle pc-1
visit pc-1 198.51.100.80
finish
