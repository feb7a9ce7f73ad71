#!/bin/bash
# Pitfall 24: a lease does not prove presence.  A client gets a lease and is never seen to use it; its options only hint at what it may be.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office; dns rt lan0 --dhcp-range=10.20.30.100,10.20.30.180,30h
pc pc-1 98:90:96:a0:24:11 eui64 11
plug gone 3c:d9:2b:50:24:50 off; up gone
printf '#!/bin/sh\nexit 0\n' > "$R/conf/nothing.sh"; chmod +x "$R/conf/nothing.sh"
nsx gone busybox udhcpc -n -q -f -i eth0 -s "$R/conf/nothing.sh" -x hostname:MAY-IN-2 -V 'Hewlett-Packard JetDirect' > /dev/null 2>&1
ex gone ip link set eth0 down
visit pc-1 198.51.100.80
later 25h
visit pc-1 198.51.100.80
finish
