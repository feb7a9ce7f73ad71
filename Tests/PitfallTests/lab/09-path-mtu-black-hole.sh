#!/bin/bash
# Pitfall 9: a path MTU black hole.  Handshakes over IPv6 succeed, full packets are lost without a word, pages hang; IPv4 is well.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
PAGE="46:tcp:80:banner=HTTP/1.0 200 OK"$'\r\n\r\n'"$(printf 'trang web %.0s' {1..300})"
office $LAN6; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
nft_ rt <<Y
table inet hole { chain forward_ { type filter hook forward priority 0; iifname "wan0" meta nfproto ipv6 meta length > 1280 drop; }; }
Y
pc pc-1 98:90:96:a0:09:11 eui64 11; global pc-1
for i in 0 1 2 3 4 5; do
  nsx pc-1 curl -s -m 2 -o /dev/null "http://[2001:db8:0:1::8$i]/"; web pc-1 http://198.51.100.8$i/
done
finish
