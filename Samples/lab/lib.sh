# Functions of the lab: an office made of Linux network namespaces.  Sourced by build_hai_hau.sh; expects LAB, OUT, LAB_RUN and H (helpers).
R=$LAB_RUN
PREFIX=v6lab-$$-             # every namespace of the lab begins with this; two runs do not meet

cleanup() {                  # ends the processes inside the namespaces listed in $R/ns (by their ids), then the namespaces
  [ -f "$R/ns" ] || { rm -rf "$R"; return; }
  local s ns p
  kill $(jobs -p) 2>/dev/null
  for s in TERM KILL; do
    while read -r ns; do
      for p in $(ip netns pids "$ns" 2>/dev/null); do kill -$s "$p" 2>/dev/null; done
    done < "$R/ns"
    sleep 1
  done
  while read -r ns; do ip netns del "$ns" 2>/dev/null; done < "$R/ns"
  rm -rf "$R"
}
say() { echo "$(date +%T) $*"; }

# ---- namespaces, switches, cards
ex() { local ns=$1; shift; ip netns exec $PREFIX$ns "$@"; }                                        # in a namespace, no private mounts
nsx() { local ns=$1; shift; ip netns exec $PREFIX$ns unshare -m -u --propagation private "$H/enter.sh" "$ns" "$@"; }   # in a host, wait
bg() {                                                                                             # in a host, in the background; LAST is its pid
  local ns=$1; shift
  setsid ip netns exec $PREFIX$ns unshare -m -u --propagation private "$H/enter.sh" "$ns" "$@" >> "$R/log/$ns.log" 2>&1 < /dev/null & LAST=$!
}
mkns() {
  ip netns add $PREFIX$1 || exit 1
  echo $PREFIX$1 >> "$R/ns"; ex $1 ip link set lo up
  mkdir -p "$R/avahi/$1"
  printf '127.0.0.1 localhost\n::1 localhost\n127.0.1.1 %s\n' "$1" > "$R/hosts.$1"
}
switch() { ex sw ip link add $1 type bridge mcast_snooping 0; ex sw sysctl -qw net.ipv6.conf.$1.disable_ipv6=1; ex sw ip link set $1 up promisc on; }
port() {                     # NS CARD MAC SWITCH: a card of a host, plugged into a switch; no offload, so the frames are what a wire would carry
  local pn=p$(printf '%s%s' $1 $2 | md5sum | cut -c1-10)
  ip -n $PREFIX$1 link add $2 address $3 type veth peer name $pn netns ${PREFIX}sw
  ex $1 ethtool -K $2 tx off rx off tso off gso off gro off sg off > /dev/null 2>&1
  ex sw ethtool -K $pn tx off rx off tso off gso off gro off sg off > /dev/null 2>&1
  ex sw sysctl -qw net.ipv6.conf.$pn.disable_ipv6=1; ex sw ip link set $pn master $4; ex sw ip link set $pn up
}
mode() {                     # NS CARD off|llonly|static|eui64|stable [temp]: how the card makes its IPv6 addresses
  local k=net.ipv6.conf.$2
  case $3 in
    off) ex $1 sysctl -qw $k.disable_ipv6=1 ;;
    llonly|static) ex $1 sysctl -qw $k.addr_gen_mode=0 $k.accept_ra=0 $k.autoconf=0 ;;
    eui64) ex $1 sysctl -qw $k.addr_gen_mode=0 ;;
    stable) ex $1 sysctl -qw $k.stable_secret=$(printf '%s' "$1$2" | md5sum | sed 's/\(....\)/\1:/g;s/[: -]*$//') ;;
  esac
  [ "${4:-}" = temp ] && ex $1 sysctl -qw $k.use_tempaddr=2 $k.temp_prefered_lft=3600; :
}
host() {                     # NAME MAC SEGMENT MODE|'MODE temp' CLASS ROLE: one card, and one line of the truth
  mkns $1; port $1 eth0 $2 $3; mode $1 eth0 $4
  printf '%s\t%s\t%s\t%s\n' $1 eth0 $3 $2 >> "$R/cards"; printf '%s\t%s\t%s\n' $1 "$5" "$6" >> "$R/roles"
  echo "nameserver ${DNS4:-127.0.0.1}" > "$R/resolv/$1"
}
card() { port $1 $2 $3 $4; mode $1 $2 $5; printf '%s\t%s\t%s\t%s\n' $1 $2 $4 $3 >> "$R/cards"; }   # one more card of a host with several
role() { printf '%s\t%s\t%s\n' $1 "$2" "$3" >> "$R/roles"; }
up() { ex $1 ip link set ${2:-eth0} up; }
add() { local ns=$1 dev=$2; shift 2; for a in "$@"; do ex $ns ip addr add $a dev $dev; done; }
gw4() { ex $1 ip route add default via $2; }
gw6() { ex $1 ip -6 route add default via $2; }

# ---- programs of a host
svc() { local ns=$1; shift; bg $ns python3 "$H/svc.py" "$@"; }
chat() { local ns=$1; shift; nsx $ns python3 "$H/chat.py" "$@" >> "$R/log/$ns.log" 2>&1; }
web() { local ns=$1; shift; nsx $ns curl -s -k -m 5 -o /dev/null -w '%{url} %{http_code} %{remote_ip}\n' "$@" >> "$R/log/$ns.log" 2>&1; }
q() { local ns=$1; shift; nsx $ns dig +tries=1 +time=2 +short "$@" >> "$R/log/$ns.log" 2>&1; }
pg() { local ns=$1; shift; nsx $ns ping -c 2 -i 0.3 -W 1 "$@" >> "$R/log/$ns.log" 2>&1; }
dhcp4() {                    # NS NAME: dhclient
  printf 'send host-name "%s";\nrequest subnet-mask, broadcast-address, routers, domain-name, domain-name-servers, host-name, ntp-servers;\n' "$2" > "$R/conf/dhc.$1"
  bg $1 dhclient -4 -d -sf "$H/dhc.sh" -cf "$R/conf/dhc.$1" -lf "$R/$1.l4" -pf "$R/$1.p4" eth0
}
dhcp6() { bg $1 dhclient -6 -d -sf "$H/dhc.sh" -lf "$R/$1.l6" -pf "$R/$1.p6" eth0; }
dhcp4u() { bg $1 busybox udhcpc -f -i eth0 -s "$H/udhc.sh" -x hostname:$2 ${3:+-V "$3"}; }          # NS NAME [VENDOR]: busybox
dhcpcd_() {                  # NS LINES: dhcpcd, both families
  local ns=$1; shift
  printf '%s\n' "hostname $ns" duid 'vendorclassid MSFT 5.0' 'vendclass 311 "MSFT 5.0"' 'option domain_name_servers, domain_name, ntp_servers, rapid_commit' noipv4ll "$@" > "$R/conf/dhcpcd.$ns"
  bg $ns dhcpcd -B -f "$R/conf/dhcpcd.$ns" -c /bin/true eth0
}
avahi() {                    # NS V4 V6 (yes|no)
  cat > "$R/conf/avahi.$1" <<Y
[server]
host-name=$1
use-ipv4=$2
use-ipv6=$3
allow-interfaces=eth0
enable-dbus=no
disallow-other-stacks=no
[publish]
publish-aaaa-on-ipv4=$3
publish-a-on-ipv6=$2
publish-workstation=no
publish-hinfo=no
Y
  bg $1 avahi-daemon -f "$R/conf/avahi.$1" --no-drop-root --no-chroot --no-rlimits
}
asvc() {                     # NS NAME 'TYPE|PORT|TXT;TXT'...: services announced by avahi
  local ns=$1 name=$2 s t p txt x tt; shift 2
  { echo "<?xml version=\"1.0\"?><!DOCTYPE service-group SYSTEM \"avahi-service.dtd\"><service-group><name>$name</name>"
    for s in "$@"; do
      IFS='|' read -r t p txt <<< "$s"; echo "<service><type>$t</type><port>$p</port>"
      IFS=';' read -ra tt <<< "$txt"; for x in "${tt[@]}"; do echo "<txt-record>$x</txt-record>"; done; echo "</service>"
    done; echo "</service-group>"; } > "$R/avahi/$ns/lab.service"
}
nginx_() {                   # NS 'NAME|FAMILIES'...: http and https
  local ns=$1 s name fam; shift
  { echo "user root; daemon off; worker_processes 1; pid $R/$ns.ngx; error_log $R/log/$ns.ngx; events {} http { access_log off; server_tokens off;"
    for s in client_body proxy fastcgi uwsgi scgi; do echo "${s}_temp_path $R/t;"; done
    for s in "$@"; do
      IFS='|' read -r name fam <<< "$s"
      [ -f "$R/$name.crt" ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj "/CN=$name" -addext "subjectAltName=DNS:$name" -keyout "$R/$name.key" -out "$R/$name.crt" 2> /dev/null
      echo "server { server_name $name;"
      case $fam in *4*) echo "listen 80; listen 443 ssl http2;" ;; esac
      case $fam in *6*) echo "listen [::]:80; listen [::]:443 ssl http2;" ;; esac
      echo "ssl_certificate $R/$name.crt; ssl_certificate_key $R/$name.key; location / { return 200 '$name\\n'; } }"
    done; echo "}"; } > "$R/conf/ngx.$ns"
  bg $ns nginx -c "$R/conf/ngx.$ns"
}

# ---- what the machines' own kernels say, and the captures
snap() {                     # NAME: addresses of every host now
  local ns c=''
  { echo '{'
    while read -r ns; do
      [ $ns = ${PREFIX}sw ] && continue
      printf '%s"%s":' "$c" "${ns#$PREFIX}"; c=','
      ip netns exec $ns ip -j addr show | jq -c '[.[]|.addr_info|=map(select(.local!="127.0.0.1" and .local!="::1"))|select(.ifname!="lo" or .addr_info!=[])|{card:.ifname,mac:(.address//null),addresses:[.addr_info[]|select((.tentative//false)==false and (.dadfailed//false)==false)|{address:.local,temporary:(.temporary//false)}]}]'
    done < "$R/ns"; echo '}'; } > "$R/snap.$1.json"
}
CAPS=''
capture() { local f=$1 i; shift; bg sw dumpcap -q -n $(for i in "$@"; do printf -- '-i %s ' $i; done) -w "$OUT/$f"; CAPS="$CAPS $LAST"; }   # FILE SWITCH...
stop_captures() { local p; sleep 2; for p in $CAPS; do kill -INT $p 2>/dev/null; done; for p in $CAPS; do wait $p; done; }
