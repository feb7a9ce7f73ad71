#!/bin/bash
# Pitfall 34: a capture of a weekend: more than 24 hours, Friday's machines are off.  `.holiday` is the same at National Day, Tuesday 1 and
# Wednesday 2 September 2026, when offices are closed.
BEGIN=2026-11-21T00:00:00+07:00
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan; record lan holiday
office
pc pc-1 98:90:96:a0:34:11 off 11; pc pc-2 54:ee:75:b0:34:12 eui64 12
visit pc-1 198.51.100.80; visit pc-2 198.51.100.80
later 25h
visit pc-1 198.51.100.80; visit pc-2 198.51.100.80
finish
python3 "$OWN/retime.py" 2026-09-01T00:00:00+07:00 /dev/null "$OUT/$NAME.holiday.pcap"
