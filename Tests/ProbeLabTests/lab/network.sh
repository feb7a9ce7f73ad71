# The network of the lab: client — router — server, and `outside`, where the router's default route leads.
#
#   client   10.77.1.2, and IPv6 from the router's advertisements    the office, where the tool runs
#   router   10.77.1.1 ::1, 10.77.2.1 ::1, 10.77.3.1 ::1             resolver and router
#   server   10.77.2.x 2001:db8:77:2::x                              machine room; x is the same in both families
#   outside  198.51.100.0/24, 2001:db8:ffff::/48                     every address of them answers

LAN4=10.77.1 LAN6=2001:db8:77:1 ROOM4=10.77.2 ROOM6=2001:db8:77:2 ULA6=fd77:0:0:1

on() { local namespace=$1; shift; ip netns exec "$namespace" "$@"; }

prepare() {
    mount -t tmpfs tmpfs /run
    mkdir -p /run/netns /run/sshd "$R/log"
    [ -d "$SERVERS/usr" ] && mount -t overlay overlay -o "lowerdir=$(realpath "$SERVERS")/usr:/usr" /usr
    # The users that the servers' packages would have made.
    cp /etc/passwd /etc/group "$R/"
    local name
    for name in sshd postfix postdrop; do
        grep -q "^$name:" "$R/group" || echo "$name:x:$(free_id):" >> "$R/group"
        grep -q "^$name:" "$R/passwd" || echo "$name:x:$(free_id):$(sed -n "s/^$name:x:\([0-9]*\):.*/\1/p" "$R/group")::/:/bin/false" >> "$R/passwd"
    done
    echo "nameserver $LAN4.1" > "$R/resolv.conf"
    mount --bind "$R/passwd" /etc/passwd
    mount --bind "$R/group" /etc/group
    [ -e /etc/resolv.conf ] && mount --bind "$R/resolv.conf" "$(realpath /etc/resolv.conf)"
    for name in client router server outside; do
        ip netns add $name
        on $name sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.all.accept_dad=0 \
            net.ipv4.icmp_ratelimit=0 net.ipv6.icmp.ratelimit=0 net.ipv6.conf.default.router_solicitation_delay=0
        ip -n $name link set lo up
    done
    cable client eth0 router lan
    cable server eth0 router room
    cable outside eth0 router wan
    on client sysctl -qw net.ipv6.conf.eth0.accept_ra=1 net.ipv6.conf.eth0.addr_gen_mode=0
    on router sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
    address client eth0 $LAN4.2/24
    address router lan $LAN4.1/24 $LAN6::1/64 $ULA6::1/64
    address router room $ROOM4.1/24 $ROOM6::1/64
    address router wan 10.77.3.1/24 2001:db8:77:3::1/64
    address server eth0 $ROOM4.2/24 $ROOM6::2/64
    address outside eth0 10.77.3.2/24 2001:db8:77:3::2/64
    ip -n client route add default via $LAN4.1
    ip -n server route add default via $ROOM4.1
    ip -n server -6 route add default via $ROOM6::1
    ip -n router route add default via 10.77.3.2
    ip -n router -6 route add default via 2001:db8:77:3::2
    ip -n outside route add local 198.51.100.0/24 dev lo
    ip -n outside -6 route add local 2001:db8:ffff::/48 dev lo
    ip -n outside route add 10.77.0.0/16 via 10.77.3.1
    ip -n outside -6 route add 2001:db8:77::/48 via 2001:db8:77:3::1
}

# A number that neither a user nor a group has.
free_id() {
    local id=900
    while grep -q "^[^:]*:[^:]*:$id:" "$R/passwd" "$R/group"; do id=$((id + 1)); done
    echo $id
}

# Segments go over the cable as they would over a real one: no offload.
cable() {                                # NAMESPACE CARD NAMESPACE CARD
    ip link add "$2" netns "$1" type veth peer name "$4" netns "$3"
    on "$1" ethtool -K "$2" tx off tso off gso off gro off > /dev/null 2>&1
    on "$3" ethtool -K "$4" tx off tso off gso off gro off > /dev/null 2>&1
    ip -n "$1" link set "$2" up
    ip -n "$3" link set "$4" up
}

address() {                              # NAMESPACE CARD ADDRESS…
    local namespace=$1 card=$2 one
    shift 2
    for one in "$@"; do ip -n "$namespace" address add "$one" dev "$card"; done
}

rules() { on "$1" nft -f -; }             # NAMESPACE: rules from the standard input

# RADVD-OPTIONS: the router advertises itself in the office.
advertise() {
    cat > "$R/radvd.conf" << CONF
interface lan {
    AdvSendAdvert on; MinRtrAdvInterval 3; MaxRtrAdvInterval 4; ${1:-}
    prefix $LAN6::/64 { }; prefix $ULA6::/64 { };
};
CONF
    start router radvd -n -m stderr -C "$R/radvd.conf" -p "$R/radvd.pid"
    until [ -n "$(ip -n client -6 -o address show dev eth0 scope global -tentative)" ]; do sleep 0.1; done
}
