#!/usr/bin/python3
"""The end of an encapsulation that this kernel has no module for.  encap.py KIND TUN CARD OWN PEER

KIND mpls or pppoe: OWN and PEER are MACs, the IP packets of the TUN device go in frames of their own type.
KIND gre: OWN and PEER are IPv4 addresses, the packets go in protocol 47 (RFC 2784).
"""
import fcntl, os, select, socket, struct, sys
kind, tun, card, own, peer = sys.argv[1:6]
t = os.open('/dev/net/tun', os.O_RDWR); fcntl.ioctl(t, 0x400454ca, struct.pack('16sH22x', tun.encode(), 0x0001 | 0x1000))
mac = lambda text: bytes.fromhex(text.replace(':', ''))
if kind == 'gre':
    s = socket.socket(socket.AF_INET, socket.SOCK_RAW, 47); s.bind((own, 0))
else:
    ethertype = {'mpls': 0x8847, 'pppoe': 0x8864}[kind]
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ethertype)); s.bind((card, ethertype))
def wrap(packet):
    six = packet[0] >> 4 == 6
    if kind == 'gre': s.sendto(struct.pack('!HH', 0, 0x86dd if six else 0x0800) + packet, (peer, 0)); return
    if kind == 'mpls': head = struct.pack('!II', 1000 << 12 | 64, (2 if six else 200) << 12 | 1 << 8 | 64)   # two labels, RFC 3032
    else: head = struct.pack('!BBHHH', 0x11, 0, 0x30, len(packet) + 2, 0x57 if six else 0x21)               # RFC 2516
    s.send(mac(peer) + mac(own) + struct.pack('!H', ethertype) + head + packet)
def unwrap(data):
    if kind == 'gre': return data[(data[0] & 15) * 4 + 4:]
    return data[14 + 8:]
while True:
    for f in select.select([t, s], [], [])[0]:
        try:
            if f == t:
                packet = os.read(t, 2048)
                if packet and packet[0] >> 4 in (4, 6): wrap(packet)
            else:
                data, address = s.recvfrom(2048)
                if kind != 'gre' and address[2] == 4 or kind == 'gre' and address[0] != peer: continue
                os.write(t, unwrap(data))
        except OSError: pass            # device not up yet
