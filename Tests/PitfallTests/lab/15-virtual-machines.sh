#!/bin/bash
# Pitfall 15: virtual machines: many MACs on one port of the switch.  A PC with a Hyper-V, a KVM and a container guest, by macvlan.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
pc pc-1 98:90:96:a0:15:11 eui64 11
guest() {                    # NAME MAC LAST
  mkns $1; ip -n ${PREFIX}pc-1 link add link eth0 name $1 address $2 type macvlan mode bridge; ip -n ${PREFIX}pc-1 link set $1 netns $PREFIX$1 name eth0
  mode $1 eth0 eui64; fixed $1 10.20.30.$3/24; settle $1
}
guest hyper-v 00:15:5d:20:15:21 21; guest kvm 52:54:00:20:15:22 22; guest container 02:42:0a:14:1e:17 23
for n in pc-1 hyper-v kvm container; do global $n; visit $n 198.51.100.80; visit $n 2001:db8:0:1::80; done
finish
