#!/bin/bash
# Pitfall 17: the Ethernet source of remote traffic is the router.  Six dual-stack PCs of another network use a server; captured at the server.
. "$(dirname "$0")/lib.sh"
switch lan; switch srv; record srv
router rt lan0 00:0d:b9:4a:30:01 lan 10.20.30.1/24 $LAN6
router rt srv0 00:0d:b9:4a:40:01 srv 10.20.40.1/24 2001:db8:20:40::1/64
plug web 00:50:56:9a:17:10 static srv; fixed web 10.20.40.10/24 2001:db8:20:40::10/64; gw4 web 10.20.40.1; gw6 web 2001:db8:20:40::1; settle web; svc web 46:tcp:80:http
for i in 1 2 3 4 5 6; do
  plug pc-$i 98:90:96:a0:17:0$i static; ex pc-$i sysctl -qw net.ipv6.conf.eth0.accept_dad=0
  fixed pc-$i 10.20.30.1$i/24 2001:db8:20:30::1$i/64; gw6 pc-$i 2001:db8:20:30::1
done
for i in 1 2 3 4 5 6; do visit pc-$i 10.20.40.10; visit pc-$i 2001:db8:20:40::10; done
finish
