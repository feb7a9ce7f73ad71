#!/bin/bash
# Builds the lab of the sample site "hai-hau" out of Linux network namespaces, lets it live for seven minutes and captures it.
#
#   build_hai_hau.sh OUTDIR [earlier]        writes OUTDIR/hai-hau.pcapng, OUTDIR/tslcd-uplink.pcapng, OUTDIR/truth.json
#
# earlier: the same office some months before: no IPv6 at Hải Tiến, no IPv6 at the one-stop web, no IPv6-only machine, no rogue router, no tunnel.
#
# Root.  Nothing leaves the namespaces: no interface of this machine is moved, bridged or routed into them.  Broken off, it ends its own
# processes and removes its own namespaces (v6lab-PID-*); after a kill -9 the next run with the same OUTDIR does so.
# Installs nothing.  Debian packages needed:
#   iproute2 iputils-ping util-linux procps ethtool nftables wireshark-common dnsmasq-base radvd isc-dhcp-client dhcpcd-base busybox
#   avahi-daemon nginx-light curl bind9-dnsutils jq openssl python3-minimal
# Kernel: veth, bridge, tun, nftables with nat.  Not needed: 8021q, sit (6in4 is made by helpers/tun41.py).
set -u
STAGE=${2:-now}
[ $# -ge 1 ] && [ $# -le 2 ] && case $STAGE in now|earlier) ;; *) false ;; esac || { sed -n '2,6p' "$0" >&2; exit 64; }
now() { [ $STAGE = now ]; }
earlier() { [ $STAGE = earlier ]; }
[ "$(id -u)" = 0 ] || { echo "needs root" >&2; exit 2; }
LAB=$(cd "$(dirname "$0")" && pwd); H=$LAB/helpers
mkdir -p "$1" && OUT=$(cd "$1" && pwd) || exit 2
export LAB_RUN=$OUT/.lab-run
. "$LAB/lib.sh"
for p in ip unshare ethtool nft dumpcap reordercap dnsmasq radvd dhclient dhcpcd busybox avahi-daemon nginx curl dig jq openssl python3; do
  command -v $p > /dev/null || { echo "missing program: $p" >&2; exit 2; }
done
cleanup; mkdir -p "$R"/{resolv,avahi,log,conf}; : > "$R/ns"
trap cleanup EXIT; trap 'exit 130' INT TERM HUP
T0=$(date +%s); at() { local d=$(( T0 + $1 - $(date +%s) )); [ $d -gt 0 ] && { sleep $d & wait $!; }; :; }      # wait until second N of the capture

# ---------------------------------------------------------------- networks
mkns sw; ex sw sysctl -qw net.ipv6.conf.all.disable_ipv6=1
for b in lan-hai-hau lan-hai-anh lan-hai-tien may-chu tslcd-uplink internet; do switch $b; done

mkns rt-hai-hau; role rt-hai-hau dual-stack 'router of all networks: DHCPv4, DNS, RA, DHCPv6; NAT44 to the Internet; addresses behind its MACs are not its own'
card rt-hai-hau lan30 00:0d:b9:4a:30:01 lan-hai-hau static
card rt-hai-hau lan50 00:0d:b9:4a:50:01 lan-hai-anh off
card rt-hai-hau lan60 00:0d:b9:4a:60:01 lan-hai-tien $(now && echo static || echo off)
card rt-hai-hau srv40 00:0d:b9:4a:40:01 may-chu static
card rt-hai-hau tsl0 00:0d:b9:4a:07:01 tslcd-uplink off
card rt-hai-hau wan0 00:0d:b9:4a:fe:01 internet static
echo nameserver 127.0.0.1 > "$R/resolv/rt-hai-hau"
mkns tinh; role tinh v4-only 'provincial router on the TSLCD; also plays the provincial services in 10.200.1.0/24'
card tinh eth0 00:e0:fc:07:00:01 tslcd-uplink off
mkns ngoai; role ngoai dual-stack 'stands for the Internet: www.example.com (both families), legacy.example.net (A only), only6.example.org (AAAA only), time, 6in4 broker'
card ngoai eth0 00:1b:21:7c:00:fe internet static

DNS4=10.20.40.53
now && MC='static dual-stack' || MC='off v4-only'
host mot-cua          00:50:56:9a:40:10 may-chu $MC 'one-stop web: http, https'
host csdl             00:50:56:9a:40:20 may-chu off v4-only 'database: 1521, 3306'
host qlvb             00:50:56:9a:40:25 may-chu off v4-only 'document management web: http, https'
now &&
host may-chu-6        00:50:56:9a:40:30 may-chu static v6-only 'guidance pages: http, https; no IPv4'
host dns-ntp          00:50:56:9a:40:53 may-chu static dual-stack 'DNS, NTP'
DNS4=10.20.30.1
host pc-van-phong     98:90:96:a0:30:11 lan-hai-hau 'stable temp' dual-stack 'PC: stable and temporary addresses, DHCPv4'
host pc-mot-cua       54:ee:75:b0:30:12 lan-hai-hau eui64 dual-stack 'PC at the one-stop counter: EUI-64, DHCPv4, stateless DHCPv6'
host pc-ke-toan       00:1a:a0:11:30:13 lan-hai-hau off v4-only 'old PC, IPv6 switched off'
host may-in-1         3c:d9:2b:50:30:50 lan-hai-hau off v4-only 'printer: 9100, 631, 80, mDNS'
host camera-1         c0:56:e3:ca:30:51 lan-hai-hau llonly v4+link-local-v6 'camera: RTSP, ignores router advertisements'
host nas              00:11:32:4e:30:60 lan-hai-hau static dual-stack 'file server: static on both families, no IPv6 default route'
host hoi-nghi-1       00:04:f2:f0:30:70 lan-hai-hau off v4-only 'video-conference terminal'
DNS4=10.20.50.1
host pc-hai-anh-1     54:ee:75:c0:50:11 lan-hai-anh eui64 v4+link-local-v6 'PC, IPv6 on, no router advertisement in its network'
host pc-hai-anh-2     98:90:96:c0:50:12 lan-hai-anh stable v4+link-local-v6 'PC, IPv6 on, no router advertisement in its network'
host dien-thoai-1     80:5e:c0:f0:50:70 lan-hai-anh off v4-only 'desk phone, SIP'
host may-in-2         00:80:77:50:50:50 lan-hai-anh off v4-only 'printer: 9100, 80, mDNS'
DNS4=10.20.60.1
if now; then
host pc-hai-tien-1    98:90:96:d0:60:11 lan-hai-tien eui64 dual-stack 'PC: DHCPv4, stateful DHCPv6; takes a second address from the rogue prefix'
host pc-hai-tien-2    54:ee:75:d0:60:12 lan-hai-tien eui64 dual-stack 'PC: dhcpcd, both families; takes a second address from the rogue prefix'
host pc-hai-tien-3    f4:8e:38:e0:60:13 lan-hai-tien static dual-stack 'PC: DHCPv4, static IPv6, a 6in4 tunnel of its own to 198.51.100.41'
host pc-hai-tien-6    a8:20:66:0d:60:66 lan-hai-tien eui64 v6-only 'PC without IPv4: stateful DHCPv6; takes a second address from the rogue prefix'
host pi-la            b8:27:eb:ba:60:90 lan-hai-tien static v4+link-local-v6 'Raspberry Pi that nobody knows: announces 2001:db8:bad:1::/64 for a minute'
else
host pc-hai-tien-1    98:90:96:d0:60:11 lan-hai-tien eui64 v4+link-local-v6 'PC, IPv6 on, no router advertisement in its network'
host pc-hai-tien-2    54:ee:75:d0:60:12 lan-hai-tien eui64 v4+link-local-v6 'PC, IPv6 on, no router advertisement in its network'
host pc-hai-tien-3    f4:8e:38:e0:60:13 lan-hai-tien off v4-only 'PC, IPv6 switched off'
fi
echo nameserver 2001:db8:20:40::53 > "$R/resolv/may-chu-6"
echo nameserver 2001:db8:20:60::1 > "$R/resolv/pc-hai-tien-6"
printf 'nameserver 2001:db8:20:30::1\nnameserver 10.20.30.1\n' > "$R/resolv/pc-van-phong"

cat > "$R/names" <<Y
10.20.40.10 mot-cua.haihau.example
2001:db8:20:40::10 mot-cua.haihau.example
10.20.40.20 csdl.haihau.example
10.20.40.25 vanban.haihau.example
2001:db8:20:40::30 huongdan.haihau.example
10.20.40.53 dns.haihau.example
2001:db8:20:40::53 dns.haihau.example
10.20.30.60 nas.haihau.example
2001:db8:20:30::60 nas.haihau.example
10.20.30.50 may-in-1.haihau.example
10.200.1.10 lgsp.tinh.example
10.200.1.20 vanban.tinh.example
10.200.1.30 hoinghi.tinh.example
198.51.100.80 www.example.com
2001:db8:0:1::80 www.example.com
198.51.100.81 legacy.example.net
2001:db8:0:1::82 only6.example.org
Y
earlier && sed -i '/^2001.* mot-cua\./d;/ huongdan\./d' "$R/names"

# ---------------------------------------------------------------- captures, then the routers
capture hai-hau.pcapng lan-hai-hau lan-hai-anh lan-hai-tien may-chu
capture tslcd-uplink.pcapng tslcd-uplink
sleep 2; T0=$(date +%s); say "capture on"
ex rt-hai-hau sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
for i in lan30 lan50 lan60 srv40 tsl0 wan0; do up rt-hai-hau $i; done
add rt-hai-hau lan30 10.20.30.1/24 2001:db8:20:30::1/64; add rt-hai-hau lan50 10.20.50.1/24; add rt-hai-hau lan60 10.20.60.1/24 $(now && echo 2001:db8:20:60::1/64)
add rt-hai-hau srv40 10.20.40.1/24 2001:db8:20:40::1/64; add rt-hai-hau tsl0 10.99.7.2/30; add rt-hai-hau wan0 198.51.100.1/24 2001:db8:0:1::1/64
up tinh; add tinh eth0 10.99.7.1/30; add tinh lo 10.200.1.10/32 10.200.1.20/32 10.200.1.30/32
ex tinh sysctl -qw net.ipv4.ip_forward=1; ex tinh ip route add 10.20.0.0/16 via 10.99.7.2 src 10.200.1.30; ex rt-hai-hau ip route add 10.200.1.0/24 via 10.99.7.1
up ngoai; add ngoai eth0 198.51.100.254/24 198.51.100.80/24 198.51.100.81/24 198.51.100.41/24 2001:db8:0:1::254/64
for a in 80 82; do ex ngoai ip addr add 2001:db8:0:1::$a/64 dev eth0 preferred_lft 0; done            # ::254 stays the source of its own answers
gw4 rt-hai-hau 198.51.100.254; gw6 rt-hai-hau 2001:db8:0:1::254; ex ngoai ip -6 route add 2001:db8:20::/48 via 2001:db8:0:1::1
ex rt-hai-hau nft -f - <<Y
table ip lab {
  chain post { type nat hook postrouting priority 100; oifname "wan0" ip saddr 10.20.0.0/16 masquerade; }
  chain pre { type nat hook prerouting priority -100; iifname "wan0" ip saddr 198.51.100.41 ip protocol 41 dnat to 10.20.60.23; }
}
table inet tslcd {
  chain forward_ { type filter hook forward priority 0; iifname "tsl0" oifname "wan0" drop; iifname "wan0" oifname "tsl0" drop; }
}
Y
sleep 2
bg rt-hai-hau dnsmasq -k -C /dev/null --user=root --no-resolv --no-hosts --addn-hosts="$R/names" --domain=haihau.example --local=/haihau.example/ --local=/tinh.example/ --local=/example.com/ --local=/example.net/ --local=/example.org/ \
  --interface=lan30 --interface=lan50 --interface=lan60 --bind-dynamic --no-ping --dhcp-authoritative --dhcp-leasefile="$R/leases" --pid-file="$R/dnsmasq.pid" \
  --dhcp-range=10.20.30.100,10.20.30.180,8m --dhcp-range=10.20.50.100,10.20.50.180,8m --dhcp-range=10.20.60.100,10.20.60.180,8m --dhcp-option=option:ntp-server,10.20.40.53 \
  --dhcp-host=c0:56:e3:ca:30:51,10.20.30.51 --dhcp-host=f4:8e:38:e0:60:13,10.20.60.23 --dhcp-host=b8:27:eb:ba:60:90,10.20.60.90 \
  --enable-ra --dhcp-range=::,constructor:lan30,ra-stateless,64,30m $(now && echo --dhcp-range=2001:db8:20:60::1000,2001:db8:20:60::1fff,64,30m --ra-param=lan60,40,1800) --ra-param=lan30,40,1800 --dhcp-option=option6:dns-server,[::] --dhcp-option=option6:ntp-server,[2001:db8:20:40::53]
printf 'interface srv40 { AdvSendAdvert on; MinRtrAdvInterval 30; MaxRtrAdvInterval 60; prefix 2001:db8:20:40::/64 { AdvAutonomous off; }; RDNSS 2001:db8:20:40::53 {}; };\n' > "$R/conf/radvd.srv40"
bg rt-hai-hau radvd -n -m stderr -C "$R/conf/radvd.srv40" -p "$R/radvd.pid"
nginx_ ngoai 'www.example.com|46' 'legacy.example.net|4' 'only6.example.org|6'; svc ngoai 46:udp:123:ntp
nginx_ tinh 'lgsp.tinh.example|4' 'vanban.tinh.example|4'; svc tinh 4:tcp:1720:sink 4:tcp:5060:echo 4:udp:20000:echo
pg rt-hai-hau 10.99.7.1

# ---------------------------------------------------------------- servers
say "servers"
for h in mot-cua:10 dns-ntp:53; do n=${h%:*}; i=${h#*:}; up $n; add $n eth0 10.20.40.$i/24; gw4 $n 10.20.40.1; earlier && [ $n = mot-cua ] || { add $n eth0 2001:db8:20:40::$i/64; gw6 $n 2001:db8:20:40::1; }; done
for h in csdl:20 qlvb:25; do n=${h%:*}; i=${h#*:}; up $n; add $n eth0 10.20.40.$i/24; gw4 $n 10.20.40.1; chat $n garp 10.20.40.$i; done
now && { up may-chu-6; add may-chu-6 eth0 2001:db8:20:40::30/64; gw6 may-chu-6 2001:db8:20:40::1; nginx_ may-chu-6 'huongdan.haihau.example|6'; }
nginx_ mot-cua "mot-cua.haihau.example|$(now && echo 46 || echo 4)"; nginx_ qlvb 'vanban.haihau.example|4'
svc csdl 4:tcp:1521:echo 4:tcp:3306:banner='5.5.5-10.3.39-MariaDB'
svc dns-ntp 46:udp:123:ntp
bg dns-ntp dnsmasq -k -C /dev/null --user=root --no-resolv --no-hosts --addn-hosts="$R/names" --local=/example/ --local=/example.com/ --local=/example.net/ --local=/example.org/ --interface=eth0 --bind-dynamic --pid-file="$R/dns.pid"

# ---------------------------------------------------------------- clients
say "clients"
asvc may-in-1 'HP LaserJet M404 [503050]' '_ipp._tcp|631|rp=ipp/print;ty=HP LaserJet M404dn;product=(HP LaserJet M404dn)' '_pdl-datastream._tcp|9100|ty=HP LaserJet M404dn' '_http._tcp|80|'
up may-in-1; add may-in-1 eth0 10.20.30.50/24; gw4 may-in-1 10.20.30.1; chat may-in-1 garp 10.20.30.50; avahi may-in-1 yes no; svc may-in-1 4:tcp:9100:sink 4:tcp:631:http 4:tcp:80:http
asvc nas nas '_smb._tcp|445|' '_http._tcp|5000|vendor=Synology;model=DS220+'
up nas; add nas eth0 10.20.30.60/24 2001:db8:20:30::60/64; gw4 nas 10.20.30.1; avahi nas yes yes; svc nas 46:tcp:5000:http 46:tcp:445:echo
up hoi-nghi-1; add hoi-nghi-1 eth0 10.20.30.70/24; gw4 hoi-nghi-1 10.20.30.1; chat hoi-nghi-1 garp 10.20.30.70; svc hoi-nghi-1 4:tcp:80:http 4:tcp:5060:echo
up camera-1; dhcp4u camera-1 camera-1 'HIKVISION'; svc camera-1 4:tcp:80:http 46:tcp:554:banner='RTSP/1.0 200 OK'
up pc-van-phong; dhcp4 pc-van-phong pc-van-phong; up pc-mot-cua; dhcpcd_ pc-mot-cua ipv6rs; up pc-ke-toan; dhcp4u pc-ke-toan PC-KE-TOAN 'MSFT 5.0'
up pc-hai-anh-1; dhcp4 pc-hai-anh-1 pc-hai-anh-1; up pc-hai-anh-2; dhcp4u pc-hai-anh-2 PC-HAI-ANH-2 'MSFT 5.0'
up dien-thoai-1; add dien-thoai-1 eth0 10.20.50.70/24; gw4 dien-thoai-1 10.20.50.1; chat dien-thoai-1 garp 10.20.50.70; svc dien-thoai-1 4:tcp:80:http 4:udp:5060:echo
asvc may-in-2 'Brother HL-L5100DN' '_pdl-datastream._tcp|9100|ty=Brother HL-L5100DN series' '_http._tcp|80|'
up may-in-2; add may-in-2 eth0 10.20.50.50/24; gw4 may-in-2 10.20.50.1; chat may-in-2 garp 10.20.50.50; avahi may-in-2 yes no; svc may-in-2 4:tcp:9100:sink 4:tcp:80:http
up pc-hai-tien-1; dhcp4 pc-hai-tien-1 pc-hai-tien-1; dhcpcd_ pc-hai-tien-2 ipv6rs; up pc-hai-tien-2
up pc-hai-tien-3; dhcp4 pc-hai-tien-3 pc-hai-tien-3; now && { add pc-hai-tien-3 eth0 2001:db8:20:60::23/64; gw6 pc-hai-tien-3 2001:db8:20:60::1; }
now && { up pi-la; dhcp4u pi-la raspberrypi; up pc-hai-tien-6; }
sleep 4; now && { dhcp6 pc-hai-tien-1; dhcp6 pc-hai-tien-6; }
for n in pc-van-phong pc-mot-cua pc-ke-toan camera-1 pc-hai-anh-1 pc-hai-anh-2 pc-hai-tien-1 pc-hai-tien-2 pc-hai-tien-3 $(now && echo pi-la); do          # until each has its lease
  for i in $(seq 20); do [ -n "$(ex $n ip -4 -o addr show dev eth0 scope global)" ] && break; sleep 1; done
done
now && for n in pc-hai-tien-1 pc-hai-tien-2 pc-hai-tien-6; do for i in $(seq 20); do [ -n "$(ex $n ip -6 -o addr show dev eth0 scope global -tentative)" ] && break; sleep 1; done; done
for h in pc-van-phong pc-hai-tien-1; do avahi $h yes yes; done; avahi pc-hai-anh-1 yes yes; now && avahi pc-hai-tien-6 no yes
sleep 3
for h in pc-ke-toan:PC-KE-TOAN:10.20.30.255 pc-hai-anh-2:PC-HAI-ANH-2:10.20.50.255; do IFS=: read -r n b a <<< "$h"; chat $n nbns-reg $b $a; done
if now; then                 # 6in4: the broker's protocol 41 reaches the PC through the router's NAT, as home tunnels do
  bg pc-hai-tien-3 python3 "$H/tun41.py" six0 10.20.60.23 198.51.100.41; bg ngoai python3 "$H/tun41.py" six0 198.51.100.41 198.51.100.1; sleep 2
  ex pc-hai-tien-3 ip link set six0 up mtu 1480; add pc-hai-tien-3 six0 2001:db8:6401:5::2/64; ex ngoai ip link set six0 up mtu 1480; add ngoai six0 2001:db8:6401:5::1/64
  ex pc-hai-tien-3 ip -6 route add 2001:db8:0:1::82/128 dev six0 src 2001:db8:6401:5::2
fi
snap start; say "lab up after $(( $(date +%s) - T0 )) s"

# ---------------------------------------------------------------- work, in six rounds
# Each function is what one machine does in round N (0..5).  full N: rounds in which a dual-stack PC also asks for IPv4 by name.
full() { case $1 in 0|2|5) true ;; *) false ;; esac; }
D=@2001:db8:20:40::53; E=@10.20.40.53
w_pc_van_phong() { local h=pc-van-phong
  web $h http://www.example.com/; web $h http://mot-cua.haihau.example/; full $1 && web $h -4 http://www.example.com/
  case $(( $1 % 4 )) in
    0) web $h https://mot-cua.haihau.example/; chat $h tcp 10.20.30.50 9100 '@PJL INFO STATUS'; web $h https://vanban.tinh.example/; chat $h mdns _ipp._tcp.local PTR ;;
    1) web $h https://vanban.haihau.example/; chat $h tcp 2001:db8:20:30::60 445 SMB; chat $h ntp 2001:db8:20:40::53; q $h $D huongdan.haihau.example AAAA ;;
    2) web $h https://www.example.com/; web $h http://legacy.example.net/; chat $h llmnr nas A ;;
    3) web $h https://huongdan.haihau.example/; web $h http://only6.example.org/; chat $h ntp 10.20.40.53 ;;
  esac; }
w_pc_mot_cua() { local h=pc-mot-cua
  web $h https://mot-cua.haihau.example/; full $1 && web $h -4 http://mot-cua.haihau.example/; chat $h tcp 10.20.40.20 1521 'CONNECT mot-cua'
  case $(( $1 % 4 )) in
    0) web $h https://lgsp.tinh.example/; chat $h tcp 10.20.30.51 554 'OPTIONS rtsp://camera-1/ RTSP/1.0' ;;
    1) web $h http://www.example.com/; chat $h tcp 10.20.30.60 445 SMB ;;
    2) web $h http://vanban.haihau.example/; web $h http://lgsp.tinh.example/; chat $h ntp 2001:db8:20:40::53 ;;
    3) web $h http://huongdan.haihau.example/; chat $h tcp 10.20.30.50 9100 '@PJL INFO ID'; web $h http://legacy.example.net/ ;;
  esac; }
w_pc_ke_toan() { local h=pc-ke-toan
  web $h http://vanban.haihau.example/; full $1 && web $h http://legacy.example.net/
  case $(( $1 % 3 )) in
    0) web $h http://vanban.tinh.example/; chat $h nbns-q NAS 10.20.30.255 ;;
    1) chat $h tcp 10.20.40.20 3306; chat $h tcp 10.20.30.50 9100 '@PJL INFO ID' ;;
    2) chat $h tcp 10.20.30.60 445 SMB; chat $h ntp 10.20.40.53 ;;
  esac; }
w_may_in_1() { chat may-in-1 ntp 10.20.40.53; }
w_may_in_2() { chat may-in-2 ntp 10.20.40.53; [ $(( $1 % 2 )) = 0 ] && pg may-in-2 10.20.50.1; :; }
w_nas() { chat nas ntp 10.20.40.53; pg nas 2001:db8:20:30::1; }
w_camera() { chat camera-1 ntp 10.20.40.53; [ $(( $1 % 2 )) = 0 ] && chat camera-1 ssdp-notify 'Linux/4.9 UPnP/1.0 IPC/5.5' 4d454930-0000-1000-8000-c056e3ca3051 http://10.20.30.51:80/desc.xml; :; }
w_hoi_nghi() { local h=hoi-nghi-1; q $h hoinghi.tinh.example A
  case $1 in 0|3|5) chat $h tcp 10.200.1.30 5060 'OPTIONS sip:hoinghi.tinh.example SIP/2.0'; chat $h stream 10.200.1.30 20000 40 160 ;; *) chat $h tcp 10.200.1.30 1720 keepalive ;; esac; }
w_hai_anh_1() { local h=pc-hai-anh-1
  web $h http://mot-cua.haihau.example/; full $1 && web $h http://www.example.com/
  case $(( $1 % 3 )) in 0) web $h https://vanban.tinh.example/; chat $h tcp 10.20.50.50 9100 '@PJL INFO STATUS' ;; 1) web $h https://mot-cua.haihau.example/; chat $h llmnr may-in-2 A ;; 2) web $h http://vanban.haihau.example/; web $h http://10.20.50.50/ ;; esac; }
w_hai_anh_2() { local h=pc-hai-anh-2
  web $h http://vanban.haihau.example/; web $h http://legacy.example.net/
  case $(( $1 % 3 )) in 0) chat $h llmnr wpad AAAA ;; 1) web $h http://lgsp.tinh.example/; chat $h tcp 10.20.50.50 9100 '@PJL INFO ID' ;; 2) chat $h mdns _ipp._tcp.local PTR; chat $h ntp 10.20.40.53 ;; esac; }
w_dien_thoai() { chat dien-thoai-1 ntp 10.20.40.53; q dien-thoai-1 hoinghi.tinh.example A; chat dien-thoai-1 tcp 10.200.1.30 5060 'REGISTER sip:hoinghi.tinh.example SIP/2.0'; }
w_hai_tien_1() { local h=pc-hai-tien-1
  web $h http://www.example.com/; web $h http://mot-cua.haihau.example/; full $1 && web $h -4 http://www.example.com/
  case $(( $1 % 3 )) in 0) web $h https://mot-cua.haihau.example/; web $h https://vanban.tinh.example/ ;; 1) chat $h ntp 2001:db8:20:40::53; web $h http://vanban.haihau.example/ ;; 2) q $h $D www.example.com A; web $h http://legacy.example.net/ ;; esac; }
w_hai_tien_2() { local h=pc-hai-tien-2
  web $h -6 http://mot-cua.haihau.example/; full $1 && web $h -4 http://mot-cua.haihau.example/
  case $(( $1 % 3 )) in 0) web $h https://www.example.com/; web $h http://lgsp.tinh.example/ ;; 1) q $h $D huongdan.haihau.example AAAA; web $h http://huongdan.haihau.example/ ;; 2) web $h http://legacy.example.net/; chat $h ntp 10.20.40.53 ;; esac; }
w_hai_tien_3() { local h=pc-hai-tien-3
  web $h http://only6.example.org/; web $h http://mot-cua.haihau.example/; full $1 && web $h -4 http://mot-cua.haihau.example/
  case $(( $1 % 2 )) in 0) pg $h 2001:db8:6401:5::1; q $h legacy.example.net A ;; 1) web $h https://only6.example.org/; web $h http://vanban.haihau.example/ ;; esac; }
w_hai_tien_6() { local h=pc-hai-tien-6
  web $h http://www.example.com/; full $1 && q $h legacy.example.net A
  case $(( $1 % 2 )) in 0) web $h https://mot-cua.haihau.example/; chat $h ntp 2001:db8:20:40::53 ;; 1) web $h http://huongdan.haihau.example/; web $h http://legacy.example.net/ ;; esac; }
w_pi_la() { q pi-la www.example.com A; web pi-la http://www.example.com/; }
w_servers() {
  chat mot-cua tcp 10.20.40.20 1521 "QUERY $1"; chat mot-cua ntp 2001:db8:20:40::53; chat csdl ntp 10.20.40.53; chat qlvb ntp 10.20.40.53; chat dns-ntp ntp 198.51.100.254; chat dns-ntp ntp 2001:db8:0:1::254
  now && { q may-chu-6 $D www.example.com AAAA; web may-chu-6 http://www.example.com/; }
  case $(( $1 % 2 )) in 0) web mot-cua https://lgsp.tinh.example/; web mot-cua http://www.example.com/ ;; 1) web qlvb https://vanban.tinh.example/; chat qlvb tcp 10.20.40.20 3306 ;; esac; }
WORK='w_pc_van_phong w_pc_mot_cua w_pc_ke_toan w_may_in_1 w_may_in_2 w_nas w_camera w_hoi_nghi w_hai_anh_1 w_hai_anh_2 w_dien_thoai w_hai_tien_1 w_hai_tien_2 w_hai_tien_3 w_servers'; now && WORK="$WORK w_hai_tien_6 w_pi_la"
round() { local f pids=''; for f in $WORK; do $f $1 & pids="$pids $!"; sleep 0.3; done; wait $pids; say "round $1 done at $(( $(date +%s) - T0 )) s"; }

round 0
at 95; round 1
at 155; round 2
if now; then
  at 180; say "rogue router advertisement"
  ex pi-la sysctl -qw net.ipv6.conf.all.forwarding=1
  printf 'interface eth0 { AdvSendAdvert on; MinRtrAdvInterval 4; MaxRtrAdvInterval 8; AdvDefaultPreference high; AdvDefaultLifetime 60; prefix 2001:db8:bad:1::/64 { AdvValidLifetime 600; AdvPreferredLifetime 300; DeprecatePrefix on; }; RDNSS 2001:db8:bad:1::53 { AdvRDNSSLifetime 60; }; };\n' > "$R/conf/radvd.pi-la"
  bg pi-la radvd -n -m stderr -C "$R/conf/radvd.pi-la" -p "$R/radvd.pi-la"; ROGUE=$LAST
fi
at 205; round 3; snap rogue
at 240; now && { kill $ROGUE; say "rogue says goodbye"; }          # a last advertisement with lifetime 0
at 305; round 4
at 395; round 5
at 424; pg rt-hai-hau 10.99.7.1; snap end; stop_captures
for f in hai-hau tslcd-uplink; do          # in order of time over all interfaces; nothing about the capturing machine
  reordercap "$OUT/$f.pcapng" "$R/$f.pcapng" > /dev/null && cp "$R/$f.pcapng" "$OUT/$f.pcapng"
  python3 "$H/plain.py" "$OUT/$f.pcapng"; chmod 644 "$OUT/$f.pcapng"
done

python3 "$H/truth.py" "$R" "$OUT/truth.json"
[ -n "${LAB_LOGS:-}" ] && cp -r "$R/log" "$LAB_LOGS"
say "done"; ls -l "$OUT"
