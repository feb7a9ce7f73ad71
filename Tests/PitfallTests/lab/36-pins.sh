#!/bin/bash
# Pitfall 36: a person's word against the traffic.  pc-1 (IPv4) and pc-2 (IPv6) have different SSH host keys, and somebody says that they are one machine;
# pc-3 has both families on one MAC, and somebody says that they are two.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6
plug pc-1 98:90:96:a0:36:11 off; fixed pc-1 10.20.30.11/24
plug pc-2 54:ee:75:b0:36:12 static; fixed pc-2 2001:db8:20:30::12/64; gw6 pc-2 2001:db8:20:30::1
plug pc-3 f4:8e:38:e0:36:13 static; fixed pc-3 10.20.30.13/24 2001:db8:20:30::13/64; gw6 pc-3 2001:db8:20:30::1; settle pc-3
for i in 1 2; do ssh-keygen -q -t ed25519 -N '' -f "$R/key$i"; bg pc-$i sh -c "mkdir -p /run/sshd; exec /usr/sbin/sshd -D -e -f /dev/null -h $R/key$i"; done
sleep 1
nsx pc-3 ssh-keyscan -T 2 -t ed25519 10.20.30.11 > /dev/null 2>&1; nsx pc-3 ssh-keyscan -T 2 -t ed25519 2001:db8:20:30::12 > /dev/null 2>&1
visit pc-1 198.51.100.80; visit pc-2 2001:db8:0:1::80; visit pc-3 198.51.100.80; visit pc-3 2001:db8:0:1::80
finish
