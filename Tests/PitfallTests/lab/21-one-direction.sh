#!/bin/bash
# Pitfall 21: an asymmetric mirror: only what the PC sends is captured, as by a mirror of a port's received frames.
. "$(dirname "$0")/lib.sh"
switch lan; switch net
office $LAN6; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
plug pc-1 98:90:96:a0:21:11 eui64
record "$(ex sw ip -j link show master lan | jq -r '.[-1].ifname')" '' -Q in
fixed pc-1 10.20.30.11/24; global pc-1
for i in 1 2 3; do visit pc-1 198.51.100.80; visit pc-1 2001:db8:0:1::80; done
later 25h
visit pc-1 198.51.100.80; visit pc-1 2001:db8:0:1::80
finish
