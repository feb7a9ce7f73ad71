#!/bin/bash
# Pitfall 13: a server with IPv4 on one card and IPv6 on the other.  Its SSH host key answers on both; LLDP names both addresses.
# Two interfaces: 0 the IPv4 network, 1 the IPv6 network.
. "$(dirname "$0")/lib.sh"
swi lan; swi six; record lan; record six
plug server 00:50:56:9a:13:10 off; port server eth1 00:50:56:9a:13:11 six; mode server eth1 static
fixed server 10.20.30.10/24; up server eth1; add server eth1 2001:db8:20:60::10/64
plug pc-1 98:90:96:a0:13:11 off; fixed pc-1 10.20.30.11/24
plug pc-2 54:ee:75:b0:13:12 static six; fixed pc-2 2001:db8:20:60::12/64; settle pc-2; sleep 1
ssh-keygen -q -t ed25519 -N '' -f "$R/key"
bg server sh -c "mkdir -p /run/sshd; exec /usr/sbin/sshd -D -e -f /dev/null -h $R/key"
bg server lldpd -d -I eth0,eth1 -m '*' -S 'server' -u /run/lldp.sock
sleep 2
nsx pc-1 ssh-keyscan -T 2 -t ed25519 10.20.30.10 > /dev/null 2>&1
nsx pc-2 ssh-keyscan -T 2 -t ed25519 2001:db8:20:60::10 > /dev/null 2>&1
sleep 3
finish
