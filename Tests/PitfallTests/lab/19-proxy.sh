#!/bin/bash
# Pitfall 19: proxies.  The router answers ARP for a network behind it and ND for one address; a Wi-Fi controller answers ARP for six sleeping clients.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; switch far; record lan
office $LAN6
router rt far0 00:0d:b9:4a:99:01 far 10.20.31.1/24; mode rt far0 static; ex rt sysctl -qw net.ipv6.conf.far0.disable_ipv6=0; ex rt ip -6 route add 2001:db8:20:30::99/128 dev far0
for i in 1 2 3 4 5 6; do [ $i = 1 ] && { plug far-1 f4:8e:38:e0:19:01 static far; fixed far-1 10.20.31.11/24 2001:db8:20:30::99/64; gw4 far-1 10.20.31.1; } || add far-1 eth0 10.20.31.1$i/24; done
ex far-1 ip -6 route add 2001:db8:20:30::/64 via fe80::20d:b9ff:fe4a:9901 dev eth0 metric 1
svc far-1 46:tcp:80:http
ex rt sysctl -qw net.ipv4.conf.lan0.proxy_arp=1 net.ipv6.conf.lan0.proxy_ndp=1 net.ipv6.conf.all.proxy_ndp=1; ex rt ip -6 neigh add proxy 2001:db8:20:30::99 dev lan0
router wlc eth0 00:1a:1e:20:19:50 lan 10.20.30.50/24; router wlc air0 00:1a:1e:20:19:51 far 10.20.32.1/24; pg wlc 10.20.30.1
for i in 1 2 3 4 5 6; do ex wlc ip route add 10.20.30.6$i/32 dev air0; ex wlc ip neigh add proxy 10.20.30.6$i dev eth0; done
plug pc-1 98:90:96:a0:19:11 static; up pc-1; add pc-1 eth0 10.20.30.11/23 2001:db8:20:30::11/64; settle pc-1      # its mask takes the far network for its own
for i in 1 2 3 4 5 6; do visit pc-1 10.20.31.1$i; done
visit pc-1 2001:db8:20:30::99; pg pc-1 10.20.30.1; pg pc-1 2001:db8:20:30::1; pg pc-1 10.20.30.50
for i in 1 2 3 4 5 6; do pg pc-1 -c 1 10.20.30.6$i; done
finish
