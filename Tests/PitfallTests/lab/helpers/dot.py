#!/usr/bin/python3
"""DNS over TLS (RFC 7858).  dot.py serve CERT KEY NAME=ADDRESS...   or   dot.py ask SERVER NAME A|AAAA"""
import ipaddress, os, socket, ssl, struct, sys
def name(text): return b''.join(bytes([len(l)]) + l.encode() for l in text.split('.')) + b'\0'
TYPE = {'A': 1, 'AAAA': 28}
if sys.argv[1] == 'ask':
    context = ssl.create_default_context(); context.check_hostname = False; context.verify_mode = ssl.CERT_NONE
    with context.wrap_socket(socket.create_connection((sys.argv[2], 853), 3)) as s:
        q = os.urandom(2) + struct.pack('!5H', 0x0100, 1, 0, 0, 0) + name(sys.argv[3]) + struct.pack('!HH', TYPE[sys.argv[4]], 1)
        s.sendall(struct.pack('!H', len(q)) + q); s.recv(2048)
    sys.exit()
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); context.load_cert_chain(sys.argv[2], sys.argv[3])
records = {}
for word in sys.argv[4:]:
    n, a = word.split('='); a = ipaddress.ip_address(a); records[name(n), 1 if a.version == 4 else 28] = a.packed
listener = socket.create_server(('::', 853), family=socket.AF_INET6, dualstack_ipv6=True)
while True:
    c, _ = listener.accept()
    try:
        with context.wrap_socket(c, server_side=True) as s:
            q = s.recv(2048)[2:]; end = q.index(b'\0', 12) + 1
            data = records.get((q[12:end], struct.unpack('!H', q[end:end + 2])[0]))
            a = b'\xc0\x0c' + q[end:end + 4] + struct.pack('!IH', 60, len(data)) + data if data else b''
            r = q[:2] + struct.pack('!5H', 0x8180, 1, 1 if data else 0, 0, 0) + q[12:end + 4] + a
            s.sendall(struct.pack('!H', len(r)) + r)
    except OSError: pass
