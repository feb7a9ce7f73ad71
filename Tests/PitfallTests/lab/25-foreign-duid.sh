#!/bin/bash
# Pitfall 25: a DUID with the MAC of another machine: pc-2 is a clone of pc-1's disk and still says pc-1's DUID-LLT.  pc-1 has IPv4 only by now.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; dns rt lan0 --dhcp-range=10.20.30.100,10.20.30.180,8m --enable-ra --dhcp-range=2001:db8:20:30::1000,2001:db8:20:30::1fff,64,30m
plug pc-1 98:90:96:a0:25:11 off; fixed pc-1 10.20.30.11/24
plug pc-2 54:ee:75:b0:25:12 eui64; up pc-2; with_duid pc-2 00:01:00:01:2c:00:00:00:98:90:96:a0:25:11 ipv6rs 'ia_na 1'; leased pc-2; global pc-2; sleep 2
for p in pc-1 pc-2; do visit $p 198.51.100.80; done; visit pc-2 2001:db8:0:1::80
finish
