#!/bin/bash
# Pitfall 31: 192.0.0.0/29 is no IPv4 connectivity.  A PC on an IPv6-only network runs a CLAT (tayga) towards the router's NAT64; an ARP request shows
# its inner address on the wire.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
tayga_() { bg $1 sh -c "tayga --config $R/conf/tayga.$1 --mktun && exec tayga --config $R/conf/tayga.$1 -d --pidfile $R/tayga.$1"; sleep 1.5; }
printf 'tun-device nat64\nipv4-addr 192.168.255.1\nipv6-addr 2001:db8:20:64::1\nprefix 64:ff9b::/96\ndynamic-pool 192.168.255.0/24\ndata-dir %s\n' "$R" > "$R/conf/tayga.rt"; tayga_ rt
ex rt ip link set nat64 up; ex rt ip route add 192.168.255.0/24 dev nat64; ex rt ip -6 route add 64:ff9b::/96 dev nat64
add ngoai eth0 100.64.1.8{0,1}/24; ex rt ip route add 100.64.1.0/24 via 198.51.100.80; ex ngoai ip route add 192.168.255.0/24 via 198.51.100.1
plug pc-6 a8:20:66:0d:31:66 eui64; up pc-6; global pc-6
printf 'tun-device clat\nipv4-addr 192.0.0.3\nipv6-addr 2001:db8:20:30::c1a7:3\nprefix 64:ff9b::/96\nmap 192.0.0.2 2001:db8:20:30::c1a7\ndata-dir %s\n' "$R/t" > "$R/conf/tayga.pc-6"; mkdir -p "$R/t"; tayga_ pc-6
ex pc-6 ip link set clat up; ex pc-6 sysctl -qw net.ipv6.conf.eth0.accept_ra=2 net.ipv6.conf.all.forwarding=1 net.ipv4.ip_forward=1 net.ipv6.conf.eth0.proxy_ndp=1
ex pc-6 ip -6 neigh add proxy 2001:db8:20:30::c1a7 dev eth0; ex pc-6 ip -6 route add 2001:db8:20:30::c1a7 dev clat
ex pc-6 ip addr add 192.0.0.2/32 dev clat; ex pc-6 ip route add default dev clat src 192.0.0.2
sleep 4
visit pc-6 100.64.1.80; visit pc-6 100.64.1.81; visit pc-6 2001:db8:0:1::80
add pc-6 eth0 192.0.0.2/29; pg pc-6 -I eth0 192.0.0.1
finish
