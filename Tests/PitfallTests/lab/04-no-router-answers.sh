#!/bin/bash
# Pitfall 4: IPv6 on in the system, no router advertisement: the kernel solicits and is never answered.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office
plug pc-1 98:90:96:a0:04:11 eui64; plug pc-2 54:ee:75:b0:04:12 off
ex pc-1 sysctl -qw net.ipv6.conf.eth0.router_solicitation_max_interval=4
fixed pc-1 10.20.30.11/24; fixed pc-2 10.20.30.12/24
visit pc-1 198.51.100.80; visit pc-2 198.51.100.80
sleep 14                     # three solicitations and more
later 25h
visit pc-1 198.51.100.80; visit pc-2 198.51.100.80
finish
