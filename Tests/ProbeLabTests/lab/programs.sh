# The servers of the lab, each with a configuration in the lab's folder.

start() {                                # NAMESPACE COMMAND…
    local namespace=$1
    shift
    ip netns exec "$namespace" "$@" > "$R/log/$namespace.${1##*/}" 2>&1 < /dev/null &
}

listening() {                            # NAMESPACE tcp|udp PORT
    for _ in $(seq 100); do
        on "$1" ss -Hln"${2:0:1}" "sport = :$3" | grep -q . && return
        sleep 0.1
    done
    echo "nothing listens at $2/$3 in $1" >&2
    return 1
}

certificate() {                          # a key and a certificate for every name of the zone
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj "/CN=haihau.example" \
        -addext "subjectAltName=DNS:haihau.example,DNS:*.haihau.example" -keyout "$R/key.pem" -out "$R/cert.pem" 2> /dev/null
}

# Of one machine: both families unless $FAMILIES says which.
both() {                                 # LAST-PART: its addresses come to stand on the server
    case ${FAMILIES:-46} in *4*) address server eth0 "$ROOM4.$1/24" ;; esac
    case ${FAMILIES:-46} in *6*) address server eth0 "$ROOM6::$1/64" ;; esac
}

listeners() {                            # LAST-PART "FORMAT4" "FORMAT6": one line per family
    case ${FAMILIES:-46} in *4*) printf "$2\n" "$ROOM4.$1" ;; esac
    case ${FAMILIES:-46} in *6*) printf "$3\n" "$ROOM6::$1" ;; esac
}

# Names: `name A|AAAA|… data` lines of the standard input; the reverse zones follow from them.
zone() {
    local soa="\$TTL 300
@ SOA ns1.haihau.example. quan-tri.haihau.example. 1 3600 600 86400 300
@ NS ns1.haihau.example."
    mkdir -p "$R/zones"
    { echo "$soa"; cat; } > "$R/zones/haihau.example"
    { echo "$soa"; sed -n "s/^\([a-z0-9-]*\) A ${ROOM4//./\\.}\.\([0-9]*\)$/\2 PTR \1.haihau.example./p" "$R/zones/haihau.example"; } \
        > "$R/zones/reverse4"
    { echo "$soa"; sed -n "s/^\([a-z0-9-]*\) AAAA $ROOM6::\([0-9a-f]*\)$/\1 \2/p" "$R/zones/haihau.example" | while read -r name last; do
        echo "$(printf '%16s' "$last" | tr ' ' 0 | rev | sed 's/./&./g; s/\.$//') PTR $name.haihau.example."
    done; } > "$R/zones/reverse6"
    cat > "$R/nsd.conf" << CONF
server:
    ip-address: $ROOM4.53
    ip-address: $ROOM6::53
    username: root
    zonesdir: $R/zones
    database: ""
    pidfile: $R/nsd.pid
    xfrdfile: $R/xfrd
    zonelistfile: $R/zonelist
    server-count: 1
remote-control:
    control-enable: no
zone:
    name: haihau.example
    zonefile: haihau.example
zone:
    name: 2.77.10.in-addr.arpa
    zonefile: reverse4
zone:
    name: 2.0.0.0.7.7.0.0.8.b.d.0.1.0.0.2.ip6.arpa
    zonefile: reverse6
CONF
    FAMILIES=46 both 53
    start server nsd -d -c "$R/nsd.conf"
    start router dnsmasq -k -C /dev/null --user=root --no-resolv --no-hosts --no-daemon --cache-size=0 --bind-interfaces \
        --listen-address=$LAN4.1,$LAN6::1 --server=/haihau.example/$ROOM4.53 --rev-server=$ROOM4.0/24,$ROOM4.53 \
        --rev-server=$ROOM6::/64,$ROOM4.53 --local=/#/ --pid-file="$R/dnsmasq.pid"
    listening server udp 53
    listening router udp 53
}

page() {                                 # FILE TITLE: a page of about 20 kB
    mkdir -p "$(dirname "$1")"
    { echo "<!doctype html><html><head><title>$2</title></head><body>"; seq -f "<p>$2, văn bản số %g</p>" 500; echo "</body></html>"; } > "$1"
}

nginx_() {                               # CONFIGURATION of servers from the standard input
    { echo "user root; daemon off; pid $R/nginx.pid; error_log $R/log/nginx.errors; events {} http { access_log $R/log/nginx.access;"
      for kind in client_body proxy fastcgi uwsgi scgi; do echo "${kind}_temp_path $R/nginx.$kind;"; done
      echo "default_type text/html; charset utf-8; ssl_certificate $R/cert.pem; ssl_certificate_key $R/key.pem;"; cat; echo "}"; } > "$R/nginx.conf"
    start server nginx -e "$R/log/nginx.errors" -c "$R/nginx.conf"
}

sshd_() {                                # LAST-PART
    both "$1"
    ssh-keygen -q -t ed25519 -N '' -f "$R/host.$1"
    { echo "HostKey $R/host.$1"; echo "PidFile $R/sshd.$1"; listeners "$1" "ListenAddress %s" "ListenAddress %s"; } > "$R/sshd.conf.$1"
    start server /usr/sbin/sshd -D -e -f "$R/sshd.conf.$1"
}

chronyd_() {                             # LAST-PART
    both "$1"
    { printf 'local stratum 8\nallow all\ncmdport 0\npidfile %s\n' "$R/chronyd.pid"
      listeners "$1" "bindaddress %s" "bindaddress %s"; } > "$R/chrony.conf"
    start server chronyd -d -x -u root -f "$R/chrony.conf"
}

postfix_() {                             # LAST-PART
    both "$1"
    local folder=$R/postfix
    mkdir -p "$folder"/{conf,data} "$folder"/queue/{active,bounce,corrupt,defer,deferred,flush,hold,incoming,maildrop,pid,private,public,saved,trace}
    chown -R postfix: "$folder/data" "$folder/queue"
    chown root: "$folder/queue" "$folder/queue/pid"
    cat > "$folder/conf/main.cf" << CONF
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
meta_directory = $folder/conf
myhostname = thu-dien-tu.haihau.example
mydestination =
alias_maps =
local_recipient_maps =
inet_interfaces = $(listeners "$1" %s %s | tr '\n' ' ')
smtpd_tls_cert_file = $R/cert.pem
smtpd_tls_key_file = $R/key.pem
smtpd_tls_security_level = may
maillog_file = $R/log/postfix
maillog_file_prefixes = $R
CONF
    cat > "$folder/conf/master.cf" << CONF
smtp inet n - n - - smtpd
tlsmgr unix - - n 1000? 1 tlsmgr
proxymap unix - - n - - proxymap
rewrite unix - - n - - trivial-rewrite
anvil unix - - n - 1 anvil
cleanup unix n - n - 0 cleanup
postlog unix-dgram n - n - 1 postlogd
CONF
    start server /usr/lib/postfix/sbin/master -c "$folder/conf" -d
}
