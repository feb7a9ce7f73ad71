#!/bin/bash
# Pitfall 8: AAAA works only from inside.  The server answers the LAN on both families; the router drops IPv6 from outside, IPv4 is forwarded.
# Two interfaces: 0 the servers' network, 1 the uplink.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; switch srv; record srv; record net
office $LAN6; router rt srv0 00:0d:b9:4a:40:01 srv 10.20.40.1/24 2001:db8:20:40::1/64
ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
nft_ rt <<Y
table ip nat { chain pre { type nat hook prerouting priority -100; iifname "wan0" tcp dport 80 dnat to 10.20.40.10; }; }
table ip6 filter { chain forward_ { type filter hook forward priority 0; iifname "wan0" tcp flags & (syn | ack) == syn drop; }; }
Y
plug web 00:50:56:9a:08:10 static srv; fixed web 10.20.40.10/24 2001:db8:20:40::10/64; gw4 web 10.20.40.1; gw6 web 2001:db8:20:40::1; settle web; svc web 46:tcp:80:http
pc pc-1 98:90:96:a0:08:11 eui64 11; global pc-1
ex ngoai ip -6 route replace default via 2001:db8:0:1::1
for i in 1 2 3; do
  visit pc-1 2001:db8:20:40::10; visit pc-1 10.20.40.10
  visit ngoai 2001:db8:20:40::10; visit ngoai 198.51.100.1
done
sleep 1
finish
