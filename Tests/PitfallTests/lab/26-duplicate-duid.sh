#!/bin/bash
# Pitfall 26: duplicate DUIDs: two PCs of one disk image, at work at the same time; one prints on the other.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; dns rt lan0 --dhcp-range=10.20.30.100,10.20.30.180,8m --enable-ra --dhcp-range=2001:db8:20:30::1000,2001:db8:20:30::1fff,64,30m
for i in 1 2; do
  plug pc-$i 98:90:96:a0:26:1$i eui64; up pc-$i; with_duid pc-$i 00:04:26:26:26:26:26:26:26:26:26:26:26:26:26:26:26:26 ipv6rs 'ia_na 1'
  leased pc-$i; global pc-$i
done
sleep 2; svc pc-1 46:tcp:80:http; sleep 0.5
for p in pc-1 pc-2; do visit $p 198.51.100.80; visit $p 2001:db8:0:1::80; done
visit pc-2 "$(ex pc-1 ip -j -4 addr show dev eth0 | jq -r '.[0].addr_info[0].local')"
finish
