#!/bin/bash
# Pitfall 7: AAAA exists, nothing listens.  The one-stop web answers on IPv4 only; its IPv6 address refuses every connection.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
names 10.20.30.10 mot-cua.haihau.example 2001:db8:20:30::10 mot-cua.haihau.example
office $LAN6; dns rt lan0; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
plug mot-cua 00:50:56:9a:07:10 static; fixed mot-cua 10.20.30.10/24 2001:db8:20:30::10/64; settle mot-cua; svc mot-cua 4:tcp:80:http
pc pc-1 98:90:96:a0:07:11 eui64 11; global pc-1
for i in 1 2 3 4; do web pc-1 http://mot-cua.haihau.example/; done
later 25h
web pc-1 http://mot-cua.haihau.example/
finish
