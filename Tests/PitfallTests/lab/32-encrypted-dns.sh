#!/bin/bash
# Pitfall 32: DNS over TLS hides the names.  The PC resolves at port 853 of an outside server and works over both families; no question on port 53.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6; ra rt lan0 'prefix 2001:db8:20:30::/64 {};'
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj /CN=dns.example.com -keyout "$R/dns.key" -out "$R/dns.crt" 2> /dev/null
bg ngoai python3 "$OWN/dot.py" serve "$R/dns.crt" "$R/dns.key" www.haihau.example=198.51.100.81 www.haihau.example=2001:db8:0:1::81
pc pc-1 98:90:96:a0:32:11 eui64 11; global pc-1
for d in 1 2; do
  for t in A AAAA; do nsx pc-1 python3 "$OWN/dot.py" ask 2001:db8:0:1::80 www.haihau.example $t; done
  visit pc-1 198.51.100.81; visit pc-1 2001:db8:0:1::81
  [ $d = 1 ] && later 25h
done
finish
