#!/bin/bash
# Pitfall 18: a virtual router.  keepalived on two routers, VRRP for IPv4 and for IPv6 with virtual MACs; the master fails after a while.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
router ngoai eth0 00:1b:21:7c:00:fe net 198.51.100.80/24 2001:db8:0:1::80/64; svc ngoai 46:tcp:80:http
for i in 1 2; do
  router r$i lan0 00:0d:b9:4a:18:0$i lan 10.20.30.$((i + 1))/24 2001:db8:20:30::$((i + 1))/64
  router r$i wan0 00:0d:b9:4a:19:0$i net 198.51.100.$i/24 2001:db8:0:1::$i/64
  ex r$i sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2 net.ipv4.conf.all.rp_filter=0
  cat > "$R/conf/keepalived.r$i" <<Y
global_defs { vrrp_version 3
  router_id r$i }
vrrp_instance V4 { interface lan0
  state BACKUP
  virtual_router_id 30
  priority $((200 - i * 50))
  advert_int 0.5
  use_vmac vrrp4
  vmac_xmit_base
  virtual_ipaddress { 10.20.30.254/24 } }
vrrp_instance V6 { interface lan0
  state BACKUP
  virtual_router_id 31
  priority $((200 - i * 50))
  advert_int 0.5
  use_vmac vrrp6
  vmac_xmit_base
  virtual_ipaddress { fe80::254
    2001:db8:20:30::254/64 } }
Y
  bg r$i keepalived -n -l -f "$R/conf/keepalived.r$i" -p "$R/k$i.pid" -r "$R/k$i.vrrp" -c "$R/k$i.chk"
  [ $i = 1 ] && FIRST=$LAST
done
sleep 5
ex ngoai ip route add default nexthop via 198.51.100.1; ex ngoai ip -6 route add default via 2001:db8:0:1::1
plug pc-1 98:90:96:a0:18:11 static; fixed pc-1 10.20.30.11/24 2001:db8:20:30::11/64; ex pc-1 ip route replace default via 10.20.30.254; gw6 pc-1 2001:db8:20:30::254; settle pc-1
work() { pg pc-1 10.20.30.254; pg pc-1 10.20.30.$1; pg pc-1 2001:db8:20:30::$1; visit pc-1 198.51.100.80; visit pc-1 2001:db8:0:1::80; }
work 2
kill $FIRST; sleep 4; ex r1 ip link set lan0 down
ex ngoai ip route replace default via 198.51.100.2; ex ngoai ip -6 route replace default via 2001:db8:0:1::2
work 3
finish
