#!/bin/bash
# Runs one program of one lab host: private mounts and host name, so nothing of the real machine's /run, /etc/resolv.conf or /var/lib changes.
ns=$1; shift
hostname "$ns"
mount -t tmpfs tmpfs /run
mkdir -p /run/avahi-daemon /run/dhcpcd /run/lock
for d in /var/lib/dhcpcd /var/lib/dhcp; do [ -d $d ] && mount -t tmpfs tmpfs $d; done
[ -f "$LAB_RUN/resolv/$ns" ] && mount --bind "$LAB_RUN/resolv/$ns" "$(readlink -f /etc/resolv.conf)"
[ -d "$LAB_RUN/avahi/$ns" ] && mount --bind "$LAB_RUN/avahi/$ns" /etc/avahi/services
mount --bind "$LAB_RUN/hosts.$ns" /etc/hosts
exec "$@"
