# Common part of the pitfall scripts: a small office made of Linux network namespaces, and its captures.
#
#   NN-short-name.sh [OUTDIR]      writes OUTDIR/NN-short-name.pcap (or .pcapng); OUTDIR is ../Captures unless given
#
# Root.  Nothing leaves the namespaces.  Functions for namespaces, switches and programs are those of Samples/lab/lib.sh.
# The stacks and programs are real; the clock is not: every capture begins on Monday 23 November 2026, 08:00 in Viet Nam, unless the
# script sets BEGIN, and `later 25h` moves what follows in time, so that a capture of seconds spans what the pitfall needs.
# Installs nothing.  Debian packages needed:
#   iproute2 iputils-ping util-linux procps ethtool nftables tcpdump wireshark-common dnsmasq-base radvd dhcpcd-base busybox avahi-daemon
#   keepalived tayga lldpd openssh-server curl jq openssl python3-minimal
set -u
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd); OWN=$HERE/helpers
NAME=$(basename "$0" .sh)
LAB=$(cd "$HERE/../../../Samples/lab" && pwd); H=$LAB/helpers
mkdir -p "${1:-$HERE/../Captures}" && OUT=$(cd "${1:-$HERE/../Captures}" && pwd) || exit 2
[ "$(id -u)" = 0 ] || { echo "needs root" >&2; exit 2; }
for p in ip unshare ethtool nft tcpdump mergecap dnsmasq radvd dhcpcd busybox avahi-daemon keepalived tayga lldpd ssh-keyscan curl jq openssl python3; do
  command -v $p > /dev/null || { echo "missing program: $p" >&2; exit 2; }
done
LAB_RUN=$(mktemp -d /var/tmp/v6lab.XXXXXX) && chmod 755 "$LAB_RUN" || exit 2; export LAB_RUN
. "$LAB/lib.sh"
mkdir -p "$R"/{resolv,avahi,log,conf}; : > "$R/ns"; : > "$R/marks"; : > "$R/files"
trap cleanup EXIT; trap 'exit 130' INT TERM HUP
BEGIN=${BEGIN:-2026-11-23T08:00:00+07:00}
DNS4=10.20.30.1

mkns sw; ex sw sysctl -qw net.ipv6.conf.all.disable_ipv6=1

# ---- captures
record() {                   # SWITCH|CARD [SUFFIX] [tcpdump options]: into NAME.pcap, or NAME.SUFFIX.pcap
  local card=$1 suffix=${2:-} n; n=$(wc -l < "$R/files"); [ $# -gt 1 ] && shift; shift
  printf '%s\t%s\n' "cap$n.pcap" "$NAME${suffix:+.$suffix}" >> "$R/files"
  bg sw tcpdump -Z root -i "$card" -U -n -s "${SNAP:-0}" -w "$R/cap$n.pcap" "$@"; CAPS="$CAPS $LAST"
  for n in $(seq 50); do grep -q 'listening on' <(tail -n 1 "$R/log/sw.log") && break; sleep 0.1; done
}
later() { sleep 0.4; echo "$(date +%s.%N) $1" >> "$R/marks"; sleep 0.1; }       # 25h, 90m, 30s: what follows happened so much later
nft_() { ex $1 nft -f - || { echo "nft refused the rules" >&2; exit 1; }; }                       # NAME: rules from the standard input
finish() {                   # ends the captures, sets their clock, joins those of one name as interfaces of one file
  stop_captures
  python3 "$OWN/retime.py" "$BEGIN" "$R/marks" "$R"/cap*.pcap || exit 1
  local f
  for f in $(cut -f 2 "$R/files" | sort -u); do
    set -- $(awk -F '\t' -v f="$f" '$2 == f { print $1 }' "$R/files")
    rm -f "$OUT/$f.pcap" "$OUT/$f.pcapng"
    if [ $# = 1 ]; then cp "$R/$1" "$OUT/$f.pcap"; else
      (cd "$R" && mergecap -I none -F pcapng -w "$OUT/$f.pcapng" "$@") && python3 "$H/plain.py" "$OUT/$f.pcapng"
    fi
    chmod 644 "$OUT/$f".pcap*
  done
  [ -n "${LAB_LOGS:-}" ] && { mkdir -p "$LAB_LOGS"; cp -r "$R/log" "$LAB_LOGS/$NAME"; }
  ls -l "$OUT/$NAME"*
}

# ---- machines
swi() { switch "$1"; ex sw ip link set "$1" type bridge group_fwd_mask 0x4000; }   # a switch that lets LLDP pass, as a hub would
router() {                   # NAME CARD MAC SWITCH ADDRESS...: a card of a router
  local n=$1 c=$2 m=$3 s=$4; shift 4
  ip netns list | grep -q "^$PREFIX$n\b" || mkns $n
  port $n $c $m $s; mode $n $c static; ex $n sysctl -qw net.ipv6.conf.$c.accept_dad=0
  case " $* " in *:*) ;; *) mode $n $c off ;; esac
  up $n $c; add $n $c "$@"; ex $n sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
}
office() {                   # [ADDRESS...]: switches lan and net, router rt between them, and ngoai, which stands for the Internet
  router rt lan0 00:0d:b9:4a:30:01 lan 10.20.30.1/24 "$@"
  router rt wan0 00:0d:b9:4a:fe:01 net 198.51.100.1/24 2001:db8:0:1::1/64
  router ngoai eth0 00:1b:21:7c:00:fe net 198.51.100.8{0..6}/24 2001:db8:0:1::8{0..6}/64
  ex ngoai sysctl -qw net.ipv6.conf.all.forwarding=0; gw4 ngoai 198.51.100.1; gw6 ngoai 2001:db8:0:1::1; svc ngoai "${PAGE:-46:tcp:80:http}"
}
LAN6=2001:db8:20:30::1/64    # the router's address on a LAN with IPv6
ra() {                       # NAME CARD 'OPTIONS AND PREFIXES OF radvd'
  echo "interface $2 { AdvSendAdvert on; MinRtrAdvInterval 3; MaxRtrAdvInterval 20; $3 };" > "$R/conf/radvd.$1.$2"
  bg $1 radvd -n -m stderr -C "$R/conf/radvd.$1.$2" -p "$R/radvd.$1.$2"; sleep 0.3
}
dns() {                      # NAME CARD [dnsmasq options]: DNS, and DHCP where the options say so; the names are those of $R/names
  local n=$1 c=$2; shift 2; touch "$R/names"
  bg $n dnsmasq -k -C /dev/null --user=root --no-resolv --no-hosts --addn-hosts="$R/names" --local=/example/ --local=/example.com/ --interface=$c --bind-dynamic \
    --no-ping --dhcp-authoritative --dhcp-leasefile="$R/leases.$n" --pid-file="$R/dns.$n" "$@"; sleep 0.3
}
names() { printf '%s %s\n' "$@" >> "$R/names"; }                      # ADDRESS NAME ...: before dns
plug() { host "$1" "$2" "${4:-lan}" "$3" - -; }                       # NAME MAC MODE [SWITCH]: a machine, not yet switched on
fixed() {                    # NAME ADDRESS...: switches it on, with fixed addresses; the first names the LAN's router
  local n=$1; shift; up $n; add $n eth0 "$@"
  case "$*" in *10.20.30.*) gw4 $n 10.20.30.1; chat $n garp "$(printf '%s\n' "$@" | sed -n 's|^\(10\.[0-9.]*\)/.*|\1|p' | head -1)" ;; esac
}
pc() { plug $1 $2 "$3"; fixed $1 10.20.30.$4/24; settle $1; }           # NAME MAC MODE LAST: a PC with IPv4 and whatever IPv6 it finds
settle() { local i; for i in $(seq 40); do ex $1 ip -6 addr show dev eth0 | grep -q tentative || break; sleep 0.1; done; }
global() { local i; for i in $(seq 60); do [ -n "$(ex $1 ip -6 -o addr show dev eth0 scope global -tentative)" ] && return; sleep 0.1; done; }
leased() { local i; for i in $(seq 80); do [ -n "$(ex $1 ip -4 -o addr show dev eth0 scope global)" ] && return; sleep 0.1; done; }
visit() { chat $1 tcp $2 ${3:-80} 'GET / HTTP/1.0'; }                 # NAME ADDRESS [PORT]
with_duid() {                # NAME DUID LINES...: dhcpcd with a given DUID, as a cloned image has one
  local n=$1 d=$2; shift 2
  printf '%s\n' "hostname $n" duid noipv4ll 'option domain_name_servers, routers' "$@" > "$R/conf/dhcpcd.$n"
  bg $n sh -c "echo $d > /var/lib/dhcpcd/duid; exec dhcpcd -B -f $R/conf/dhcpcd.$n -c /bin/true eth0"
}
