#!/bin/bash
# Pitfall 5: a router advertisement with lifetime 0: addresses, but no default route, so IPv6 goes nowhere.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
names 198.51.100.80 www.example.com 2001:db8:0:1::80 www.example.com
office $LAN6; dns rt lan0; ra rt lan0 'AdvDefaultLifetime 0; prefix 2001:db8:20:30::/64 {};'
pc pc-1 98:90:96:a0:05:11 eui64 11; global pc-1
ex pc-1 ip -6 route show default | grep -q . && { echo "the PC has a default route" >&2; exit 1; }
web pc-1 http://www.example.com/
later 25h
web pc-1 http://www.example.com/
finish
