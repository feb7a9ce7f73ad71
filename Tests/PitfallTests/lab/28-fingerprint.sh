#!/bin/bash
# Pitfall 28: fingerprints.  Two PCs of one make behind a router: same TTL, same window, same User-Agent, and one name asked on both families.  Captured beyond the router.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record net
office $LAN6; ex ngoai ip route replace default via 198.51.100.1
for i in 1 2; do
  plug pc-$i 98:90:96:a0:28:1$i static; fixed pc-$i 10.20.30.1$i/24 2001:db8:20:30::1$i/64; gw6 pc-$i 2001:db8:20:30::1; settle pc-$i
done
A='Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
for i in 1 2; do web pc-$i -A "$A" http://198.51.100.80/ & web pc-$i -A "$A" 'http://[2001:db8:0:1::80]/' & wait; done 2> /dev/null &
wait $!
finish
