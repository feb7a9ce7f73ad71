#!/bin/bash
# Pitfall 16: random MACs, one for each day.  The same phone, by its host name, comes on Monday and on Tuesday.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; dns rt lan0 --dhcp-range=10.20.30.100,10.20.30.180,8m; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
phone() {                    # NAME MAC
  plug $1 $2 stable; up $1; dhcp4u $1 dien-thoai-lan android-dhcp-13; leased $1; global $1; sleep 1
  visit $1 198.51.100.80; visit $1 2001:db8:0:1::80
}
phone monday da:a1:19:16:10:01; ex monday ip link set eth0 down
later 24h
phone tuesday f2:5c:84:16:20:02
finish
