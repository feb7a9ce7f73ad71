#!/bin/bash
# Pitfall 3: a global address by SLAAC that nothing uses.  The PC talks to an IPv4 server for two days.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
pc pc-1 98:90:96:a0:03:11 eui64 11; global pc-1
visit pc-1 198.51.100.80
later 25h
visit pc-1 198.51.100.80
finish
