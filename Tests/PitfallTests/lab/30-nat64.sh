#!/bin/bash
# Pitfall 30: NAT64 addresses in flows.  An IPv6-only PC reaches an IPv4 server through 64:ff9b::/96; tayga on the router translates.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
printf 'tun-device nat64\nipv4-addr 192.168.255.1\nipv6-addr 2001:db8:20:64::1\nprefix 64:ff9b::/96\ndynamic-pool 192.168.255.0/24\ndata-dir %s\n' "$R" > "$R/conf/tayga"
bg rt sh -c "tayga --config $R/conf/tayga --mktun && exec tayga --config $R/conf/tayga -d --pidfile $R/tayga.pid"; sleep 1.5
ex rt ip link set nat64 up; ex rt ip route add 192.168.255.0/24 dev nat64; ex rt ip -6 route add 64:ff9b::/96 dev nat64
add ngoai eth0 100.64.1.8{0..5}/24; ex rt ip route add 100.64.1.0/24 via 198.51.100.80        # tayga refuses TEST-NET behind 64:ff9b::/96
plug pc-6 a8:20:66:0d:30:66 eui64; up pc-6; global pc-6; sleep 1
for i in 0 1 2 3 4 5; do visit pc-6 64:ff9b::100.64.1.8$i; done
finish
