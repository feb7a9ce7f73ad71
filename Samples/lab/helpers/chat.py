#!/usr/bin/python3
"""Small chatter of a lab host over its real stack.  chat.py CMD ARGS  (interface is eth0 unless LAB_IF says otherwise)"""
import socket, struct, sys, os, random, time
IF = os.environ.get('LAB_IF', 'eth0'); ifx = socket.if_nametoindex(IF)
def qname(n): return b''.join(bytes([len(l)]) + l.encode() for l in n.split('.')) + b'\0'
def dnsq(n, t, tid=None, qu=False): return struct.pack('!6H', random.randrange(65536) if tid is None else tid, 0, 1, 0, 0, 0) + qname(n) + struct.pack('!HH', t, 0x8001 if qu else 1)
T = {'A': 1, 'AAAA': 28, 'PTR': 12, 'SRV': 33, 'TXT': 16, 'ANY': 255}
def my4():
    import subprocess, json
    j = json.loads(subprocess.check_output(['ip', '-j', '-4', 'addr', 'show', 'dev', IF])); return [a['local'] for a in j[0]['addr_info']] if j and 'addr_info' in j[0] else []
def s4(mc=None, ttl=255, bport=0):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1); s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, ttl)
    s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, struct.pack('4s4si', b'\0'*4, b'\0'*4, ifx)); s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 0)
    s.setsockopt(socket.SOL_SOCKET, 25, IF.encode() + b'\0')
    s.bind(('0.0.0.0', bport)); s.settimeout(1); return s
def s6(hops=255, bport=0):
    s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, ifx); s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, hops); s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_LOOP, 0)
    s.bind(('::', bport)); s.settimeout(1); return s
def nbenc(n, suf=0x00):
    b = n.upper().encode()[:15].ljust(15) + bytes([suf]); return b'\x20' + b''.join(bytes([65 + (x >> 4), 65 + (x & 15)]) for x in b) + b'\0'
c, a = sys.argv[1], sys.argv[2:]
def rx(s, n=3):
    try:
        for _ in range(n): s.recvfrom(4096)
    except OSError: pass
def sd(s, d, to):
    try: s.sendto(d, to)
    except OSError as e: print(c, e, file=sys.stderr)
if c == 'nbns-reg':                     # NAME BCAST : NBT name registration, as Windows sends it
    for suf in (0x00, 0x20):
        ip = my4()[0]; s = s4(bport=137)
        p = struct.pack('!6H', random.randrange(65536), 0x2910, 1, 0, 0, 1) + nbenc(a[0], suf) + struct.pack('!HH', 0x20, 1) + b'\xc0\x0c' + struct.pack('!HHIHH', 0x20, 1, 300000, 6, 0x0000) + socket.inet_aton(ip)
        for _ in range(3): sd(s, p, (a[1], 137)); time.sleep(.25)
        s.close()
elif c == 'nbns-q':                     # NAME BCAST
    s = s4(bport=0); sd(s, struct.pack('!6H', random.randrange(65536), 0x0110, 1, 0, 0, 0) + nbenc(a[0], 0x20) + struct.pack('!HH', 0x20, 1), (a[1], 137)); rx(s)
elif c == 'browser':                    # NAME BCAST : \MAILSLOT\BROWSE host announcement
    ip = my4()[0]; s = s4(bport=138)
    ann = b'\x01\x00' + struct.pack('<I', 720000) + a[0].upper().encode()[:15].ljust(16, b'\0') + b'\x05\x01' + struct.pack('<I', 0x00001003) + b'\x0f\x01\x55\xaa' + b'\0'
    smb = b'\xffSMB\x25' + b'\0' * 27 + b'\x11' + struct.pack('<HHHHBBHIHHHHHBB', 0, len(ann), 0, 0, 0, 0, 0, 0, 0, 0, 0, len(ann), 86, 3, 0) + struct.pack('<HHH', 1, 1, 2)
    smb += struct.pack('<H', 17 + len(ann)) + b'\\MAILSLOT\\BROWSE\0' + ann
    body = nbenc(a[0], 0x20) + nbenc('WORKGROUP', 0x1e) + smb
    sd(s, struct.pack('!BBH4sHHH', 0x11, 0x02, random.randrange(65536), socket.inet_aton(ip), 138, len(body), 0) + body, (a[1], 138))
elif c == 'llmnr':                      # NAME TYPE [4|6|46]
    fam = a[2] if len(a) > 2 else '46'
    if '4' in fam: s = s4(ttl=1); sd(s, dnsq(a[0], T[a[1]]), ('224.0.0.252', 5355)); rx(s, 2)
    if '6' in fam: s = s6(hops=1); sd(s, dnsq(a[0], T[a[1]]), ('ff02::1:3', 5355, 0, ifx)); rx(s, 2)
elif c == 'mdns':                       # NAME TYPE [4|6|46]  one-shot query from port 5353
    fam = a[2] if len(a) > 2 else '46'
    if '4' in fam: s = s4(bport=5353); sd(s, dnsq(a[0], T[a[1]], 0), ('224.0.0.251', 5353))
    if '6' in fam: s = s6(bport=5353); sd(s, dnsq(a[0], T[a[1]], 0), ('ff02::fb', 5353, 0, ifx))
    time.sleep(1)
elif c == 'ssdp-search':                # [4|6|46]
    m = 'M-SEARCH * HTTP/1.1\r\nHOST: %s:1900\r\nMAN: "ssdp:discover"\r\nMX: 2\r\nST: ssdp:all\r\n\r\n'; fam = a[0] if a else '46'
    if '4' in fam: s = s4(ttl=2); sd(s, (m % '239.255.255.250').encode(), ('239.255.255.250', 1900)); rx(s)
    if '6' in fam: s = s6(hops=2); sd(s, (m % '[FF02::C]').encode(), ('ff02::c', 1900, 0, ifx)); rx(s)
elif c == 'ssdp-notify':                # SERVER UUID LOCATION4 [LOCATION6]
    m = 'NOTIFY * HTTP/1.1\r\nHOST: %s:1900\r\nCACHE-CONTROL: max-age=1800\r\nLOCATION: %s\r\nNT: upnp:rootdevice\r\nNTS: ssdp:alive\r\nSERVER: %s\r\nUSN: uuid:%s::upnp:rootdevice\r\n\r\n'
    if a[2] != '-': s = s4(ttl=4); sd(s, (m % ('239.255.255.250', a[2], a[0], a[1])).encode(), ('239.255.255.250', 1900))
    if len(a) > 3: s = s6(hops=4); sd(s, (m % ('[FF02::C]', a[3], a[0], a[1])).encode(), ('ff02::c', 1900, 0, ifx))
elif c == 'ntp':                        # ADDRESS
    fam = socket.AF_INET6 if ':' in a[0] else socket.AF_INET; s = socket.socket(fam, socket.SOCK_DGRAM); s.settimeout(1)
    n = time.time() + 2208988800; sd(s, b'\x23' + b'\0' * 39 + struct.pack('!II', int(n), int((n % 1) * 2**32)), (a[0], 123)); rx(s, 1)
elif c == 'syslog':                     # ADDRESS TEXT
    fam = socket.AF_INET6 if ':' in a[0] else socket.AF_INET; s = socket.socket(fam, socket.SOCK_DGRAM); sd(s, ('<30>Jan  1 00:00:00 %s app: %s' % (socket.gethostname(), a[1])).encode(), (a[0], 514))
elif c == 'tcp':                        # ADDRESS PORT [TEXT]
    fam = socket.AF_INET6 if ':' in a[0] else socket.AF_INET; s = socket.socket(fam, socket.SOCK_STREAM); s.settimeout(3)
    try:
        s.connect((a[0], int(a[1])) if '%' not in a[0] else socket.getaddrinfo(a[0], int(a[1]), fam, socket.SOCK_STREAM)[0][4])
        if len(a) > 2: s.sendall(a[2].encode() + b'\r\n')
        s.settimeout(1); s.recv(1024)
    except OSError as e: print(c, a, e, file=sys.stderr)
    s.close()
elif c == 'garp':                       # IP [request|reply]
    mac = bytes.fromhex(open('/sys/class/net/%s/address' % IF).read().strip().replace(':', '')); ip = socket.inet_aton(a[0]); op = 2 if len(a) > 1 and a[1] == 'reply' else 1
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW); s.bind((IF, 0x0806)); s.send(b'\xff' * 6 + mac + b'\x08\x06' + struct.pack('!HHBBH', 1, 0x800, 6, 4, op) + mac + ip + (b'\0' * 6 if op == 1 else b'\xff' * 6) + ip)
elif c == 'arpprobe':                   # IP  (RFC 5227)
    mac = bytes.fromhex(open('/sys/class/net/%s/address' % IF).read().strip().replace(':', '')); s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW); s.bind((IF, 0x0806))
    for _ in range(3): s.send(b'\xff' * 6 + mac + b'\x08\x06' + struct.pack('!HHBBH', 1, 0x800, 6, 4, 1) + mac + b'\0' * 4 + b'\0' * 6 + socket.inet_aton(a[0])); time.sleep(.5)
elif c == 'stream':                     # ADDRESS PORT COUNT BYTES : UDP both ways, 20 ms apart, as RTP voice is
    fam = socket.AF_INET6 if ':' in a[0] else socket.AF_INET; s = socket.socket(fam, socket.SOCK_DGRAM); s.settimeout(.02); ssrc = random.randrange(2**32)
    for n in range(int(a[2])):
        sd(s, struct.pack('!BBHII', 0x80, 0, n & 0xffff, n * 160, ssrc) + bytes(int(a[3])), (a[0], int(a[1]))); rx(s, 1); time.sleep(.02)
