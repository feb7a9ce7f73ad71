#!/usr/bin/python3
"""Sets the clock of captures.  retime.py BEGIN MARKS FILE...

The first frame of all files gets the time BEGIN (ISO 8601).  Each line of MARKS, `SECONDS 25h`, moves the frames after that moment by so much.
The files are classic pcap in this machine's byte order, as tcpdump writes them.
"""
import struct, sys
from datetime import datetime
begin = int(datetime.fromisoformat(sys.argv[1]).timestamp()) * 10**6
unit = {'s': 1, 'm': 60, 'h': 3600, 'd': 86400}
marks = [(int(float(t) * 10**6), int(d[:-1]) * unit[d[-1]] * 10**6) for t, d in (line.split() for line in open(sys.argv[2]))]
files = {path: bytearray(open(path, 'rb').read()) for path in sys.argv[3:]}
def frames(data):
    at = 24
    while at + 16 <= len(data):
        s, u, length, _ = struct.unpack_from('=IIII', data, at)
        if at + 16 + length > len(data): break
        yield at, s * 10**6 + u
        at += 16 + length
first = min((time for data in files.values() for _, time in frames(data)), default=0)
for path, data in files.items():
    for at, time in frames(data):
        moved = begin + time - first + sum(shift for mark, shift in marks if time >= mark)
        struct.pack_into('=II', data, at, moved // 10**6, moved % 10**6)
    open(path, 'wb').write(data)
