#!/bin/bash
# Pitfall 1: fe80:: only.  Two office PCs with IPv6 switched on, nobody announces a prefix; they work over IPv4 on two days.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office
pc pc-1 98:90:96:a0:01:11 eui64 11; pc pc-2 54:ee:75:b0:01:12 eui64 12
visit pc-1 198.51.100.80; visit pc-2 198.51.100.80
later 25h
visit pc-1 198.51.100.80; visit pc-2 198.51.100.80
finish
