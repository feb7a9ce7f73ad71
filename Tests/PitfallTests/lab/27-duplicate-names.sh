#!/bin/bash
# Pitfall 27: names that users chose.  An IPv4-only and an IPv6-only PC are both DESKTOP-7K2PQ1; a third machine answers LLMNR for `nas`, which it is not.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; dns rt lan0 --dhcp-range=10.20.30.100,10.20.30.180,8m; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
plug desktop-7k2pq1 98:90:96:a0:27:11 off; up desktop-7k2pq1; dhcp4u desktop-7k2pq1 DESKTOP-7K2PQ1 'MSFT 5.0'; leased desktop-7k2pq1
chat desktop-7k2pq1 nbns-reg DESKTOP-7K2PQ1 10.20.30.255
plug six 54:ee:75:b0:27:12 eui64; up six; global six
mkdir -p "$R/avahi/desktop-7k2pq1"; bg six sh -c 'hostname desktop-7k2pq1; exec sleep 600'
cat > "$R/conf/avahi.six" <<Y
[server]
host-name=desktop-7k2pq1
use-ipv4=no
use-ipv6=yes
allow-interfaces=eth0
enable-dbus=no
[publish]
publish-workstation=no
publish-hinfo=no
Y
bg six avahi-daemon -f "$R/conf/avahi.six" --no-drop-root --no-chroot --no-rlimits
plug nas 00:11:32:4e:27:60 off; fixed nas 10.20.30.60/24; chat nas nbns-reg NAS 10.20.30.255
plug liar b8:27:eb:ba:27:66 off; fixed liar 10.20.30.66/24; bg liar python3 "$OWN/llmnr.py" nas 10.20.30.66
sleep 3; chat desktop-7k2pq1 llmnr nas A 4; chat desktop-7k2pq1 llmnr nas A 4
visit desktop-7k2pq1 198.51.100.80; visit six 2001:db8:0:1::80; visit nas 198.51.100.80; visit liar 198.51.100.80
finish
