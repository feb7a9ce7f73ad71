#!/bin/bash
# Pitfall 14: a dock with a network card of its own: one MAC, two laptops, one on Monday and one on Tuesday.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; dns rt lan0 --dhcp-range=10.20.30.100,10.20.30.180,8m --enable-ra --dhcp-range=2001:db8:20:30::1000,2001:db8:20:30::1fff,64,30m
laptop() {                   # NAME DUID
  plug $1 00:e0:4c:68:14:01 stable; up $1; with_duid $1 $2 'ipv6rs' 'ia_na 1'
  leased $1; global $1; sleep 2; visit $1 198.51.100.80; visit $1 2001:db8:0:1::80
}
laptop laptop-a 00:04:0a:0a:0a:0a:0a:0a:0a:0a:0a:0a:0a:0a:0a:0a:0a:0a
for p in $(ip netns pids ${PREFIX}laptop-a); do kill -9 $p; done; wait $LAST 2> /dev/null; ip -n ${PREFIX}laptop-a link del eth0
later 24h
laptop laptop-b 00:04:0b:0b:0b:0b:0b:0b:0b:0b:0b:0b:0b:0b:0b:0b:0b:0b
finish
