#!/usr/bin/python3
"""Takes the options that describe the capturing machine (processor, operating system) out of a pcapng file.  plain.py FILE..."""
import struct, sys
DROP = {0x0A0D0D0A: (16, {2, 3}), 1: (8, {12})}        # block type: length of its fixed part, options to drop
def options(d, drop):
    out, i = b'', 0
    while i + 4 <= len(d):
        code, n = struct.unpack_from('<HH', d, i); end = i + 4 + (n + 3 & ~3)
        if code not in drop: out += d[i:end]
        i = end
        if code == 0: break
    return out
for name in sys.argv[1:]:
    d = open(name, 'rb').read(); out, i = [], 0
    if d[8:12] != b'\x4d\x3c\x2b\x1a': sys.exit(f'{name}: not a little-endian pcapng file')
    while i < len(d):
        kind, n = struct.unpack_from('<II', d, i); body = d[i + 8:i + n - 4]
        if kind in DROP:
            fixed, drop = DROP[kind]; head = body[:fixed]
            if kind == 0x0A0D0D0A: head = head[:8] + b'\xff' * 8
            body = head + options(body[fixed:], drop)
        out.append(struct.pack('<II', kind, len(body) + 12) + body + struct.pack('<I', len(body) + 12)); i += n
    open(name, 'wb').write(b''.join(out))
