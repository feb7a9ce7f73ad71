#!/bin/bash
# Pitfall 2: a unique local prefix only.  The server has both families, but RFC 6724 prefers IPv4 to a pair of ULA and global address.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
names 198.51.100.80 www.example.com 2001:db8:0:1::80 www.example.com
office fd12:3456:789a:30::1/64; dns rt lan0; ra rt lan0 'prefix fd12:3456:789a:30::/64 {};'
pc pc-1 98:90:96:a0:02:11 eui64 11; global pc-1
web pc-1 http://www.example.com/; web pc-1 http://www.example.com/
later 25h
web pc-1 http://www.example.com/
finish
