#!/bin/bash
# Pitfall 33: a TSLCD VPN without Internet.  The router announces itself for the TSLCD's own prefixes only (RFC 4191), lifetime 0: no ::/0 by design.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
router rt lan0 00:0d:b9:4a:33:01 lan 10.20.30.1/24 $LAN6
router rt wan0 00:0d:b9:4a:33:fe net 10.200.1.1/24 2001:db8:99:1::1/64
router lgsp eth0 00:e0:fc:07:33:10 net 10.200.1.10/24 2001:db8:99:1::10/64; gw4 lgsp 10.200.1.1; gw6 lgsp 2001:db8:99:1::1; svc lgsp 46:tcp:443:http
ra rt lan0 'AdvDefaultLifetime 0; prefix 2001:db8:20:30::/64 {}; route 2001:db8:99::/48 { AdvRouteLifetime 1800; };'
plug pc-1 98:90:96:a0:33:11 eui64; ex pc-1 sysctl -qw net.ipv6.conf.eth0.accept_ra_rt_info_max_plen=64
fixed pc-1 10.20.30.11/24; global pc-1
ex pc-1 ip -6 route show | grep -q '^2001:db8:99::/48' || ex pc-1 ip -6 route add 2001:db8:99::/48 via fe80::20d:b9ff:fe4a:3301 dev eth0
visit pc-1 10.200.1.10 443; visit pc-1 2001:db8:99:1::10 443
for i in 1 2 3; do visit pc-1 2001:db8:0:$i::80 443; done           # the kernel itself has no route
later 25h
visit pc-1 10.200.1.10 443; visit pc-1 2001:db8:99:1::10 443
finish
