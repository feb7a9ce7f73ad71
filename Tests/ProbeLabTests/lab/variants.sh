# The variants: what each machine room is like. The names and last parts of addresses are the same in all of them.
#
#   www.haihau.example          80   nginx, ports 80 and 443
#   thu-dien-tu.haihau.example  25   postfix, MX of the domain
#   may-chu.haihau.example      22   sshd
#   gio.haihau.example          12   chronyd, port 123
#   ns1.haihau.example          53   nsd

names() {                                # FAMILIES: of every machine but the name server
    local name last
    echo "@ MX 10 thu-dien-tu"
    echo "ns1 A $ROOM4.53"
    case $1 in *6*) echo "ns1 AAAA $ROOM6::53" ;; esac
    while read -r name last; do
        case $1 in *4*) echo "$name A $ROOM4.$last" ;; esac
        case $1 in *6*) echo "$name AAAA $ROOM6::$last" ;; esac
    done << 'LIST'
www 80
thu-dien-tu 25
may-chu 22
gio 12
LIST
}

web() {                                  # "PORTS4" "PORTS6" FOLDER4 FOLDER6
    local port secure
    both 80
    for port in $1; do
        [ "$port" = 443 ] && secure=" ssl" || secure=
        echo "server { listen $ROOM4.80:$port$secure; root $R/$3; }"
    done
    for port in $2; do
        [ "$port" = 443 ] && secure=" ssl" || secure=
        echo "server { listen [$ROOM6::80]:$port$secure; root $R/$4; }"
    done
}

# Everything but the web: FAMILIES of the names and of the servers.
rest() {
    certificate
    page "$R/www/index.html" "Cổng thông tin xã Hải Hậu"
    names "$1" | zone
    FAMILIES=$2 postfix_ 25
    FAMILIES=$2 sshd_ 22
    FAMILIES=$2 chronyd_ 12
    advertise "${3:-}"
}

ready() { listening server tcp 80; listening server tcp 25; listening server tcp 22; listening server udp 123; }

right() {                                # dual, and everything works
    rest 46 46 "${1:-}"
    web "80 443" "80 443" www www | nginx_
    ready
}

variant_ipv4_only() {
    rest 4 4
    FAMILIES=4 web "80 443" "" www www | nginx_
    ready
}

variant_dual() { right; }

# The addresses are there and in the DNS, and no server listens on them.
variant_aaaa_without_listener() {
    rest 46 4
    for last in 80 25 22 12; do address server eth0 $ROOM6::$last/64; done
    FAMILIES=4 web "80 443" "" www www | nginx_
    ready
}

# The DNS has addresses that no machine has.
variant_aaaa_without_machine() {
    rest 46 4
    FAMILIES=4 web "80 443" "" www www | nginx_
    ready
}

firewall() {                             # VERDICT: what the machine room's firewall does with IPv6, but for the DNS
    right
    rules router << RULES
table ip6 f {
    chain c {
        type filter hook forward priority 0; policy accept;
        ip6 daddr $ROOM6::53 accept
        ip6 daddr $ROOM6::/64 $1
    }
}
RULES
}

variant_ipv6_dropped() { firewall drop; }
variant_ipv6_rejected() { firewall "reject with icmpv6 type admin-prohibited"; }

variant_different_content() {
    rest 46 46
    { echo "<!doctype html><html><head><title>Welcome to nginx!</title></head><body><h1>It works</h1></body></html>"; } \
        > "$R/default.html"
    mkdir -p "$R/default" && mv "$R/default.html" "$R/default/index.html"
    web "80 443" "80 443" www default | nginx_
    ready
}

# Over IPv6 the web has no TLS.
variant_different_ports() {
    rest 46 46
    web "80 443" "80" www www | nginx_
    ready
}

variant_ipv6_only() {
    rest 6 6
    FAMILIES=6 web "" "80 443" www www | nginx_
    ready
}

# A tunnel on the way loses large packets of IPv6 and says nothing.
variant_path_mtu_black_hole() {
    right
    rules router << 'RULES'
table ip6 f {
    chain c {
        type filter hook forward priority 0; policy accept;
        meta length > 1300 drop
    }
}
RULES
}

# The router advertises itself as the way out and has none.
variant_router_without_route() {
    right
    ip -n router -6 route delete default
    ip -n router -6 address delete $ROOM6::1/64 dev room
}

# The client gets addresses, and no way out. RFC 4861, section 6.2.3: a lifetime of 0.
variant_no_default_router() { right "AdvDefaultLifetime 0;"; }

# The client itself has no IPv6: what the machines have is not known by that.
variant_client_without_ipv6() {
    right
    on client sysctl -qw net.ipv6.conf.all.disable_ipv6=1
}

# Everything the tool is told or shown leads out: redirects, mail servers, name servers, addresses of names.
variant_leading_out() {
    certificate
    page "$R/www/index.html" "Cổng thông tin xã Hải Hậu"
    { names 46
      cat << ZONE
@ MX 20 thu.ngoai.example.
@ MX 30 thu-ngoai
@ NS ns.ngoai.example.
@ NS ns-ngoai
thu-ngoai A 198.51.100.25
thu-ngoai AAAA 2001:db8:ffff::25
ns-ngoai A 198.51.100.53
ns-ngoai AAAA 2001:db8:ffff::53
ngoai A 198.51.100.80
ngoai AAAA 2001:db8:ffff::80
mot-nua A $ROOM4.80
mot-nua AAAA 2001:db8:ffff::81
bi-danh CNAME www.ngoai.example.
con NS ns-ngoai
chuyen-huong A $ROOM4.81
chuyen-huong AAAA $ROOM6::81
* A 198.51.100.99
ZONE
    } | zone
    postfix_ 25
    sshd_ 22
    chronyd_ 12
    advertise
    both 81
    { web "80 443" "80 443" www www
      # Each of them goes out by another road: an address, a name with outside addresses, a foreign name, a secret segment.
      cat << CONF
server { listen $ROOM4.81:80; return 302 http://198.51.100.80/; }
server { listen [$ROOM6::81]:80; return 302 http://ngoai.haihau.example/; }
server { listen $ROOM4.81:443 ssl; return 301 https://www.ngoai.example/; }
server { listen [$ROOM6::81]:443 ssl; return 308 "https://[2001:db8:77:4::1]/"; }
CONF
    } | nginx_
    ready
}

# One machine that answers for 10.78.0.0/16 and 2001:db8:78::/64, with a listener on each of three ports.
variant_many() {
    ip -n router route add 10.78.0.0/16 via $ROOM4.2
    ip -n router -6 route add 2001:db8:78::/64 via $ROOM6::2
    ip -n server route add local 10.78.0.0/16 dev lo
    ip -n server -6 route add local 2001:db8:78::/64 dev lo
    on server sysctl -qw net.core.somaxconn=65535 net.ipv4.tcp_max_syn_backlog=65535
    certificate
    advertise
    for port in 7001 7002 7003; do echo "server { listen $port backlog=65535; listen [::]:$port backlog=65535; return 200; }"; done | nginx_
    listening server tcp 7003
}
