#!/usr/bin/python3
"""A Wi-Fi repeater: machines behind it share one MAC on the LAN.  repeater.py INNER OUTER

Frames of INNER leave OUTER with OUTER's own MAC as source, also in ARP and in the link-layer options of Neighbour Discovery; DHCP and the
addresses stay the machines' own.  Answers find their machine by the IP address.
"""
import select, socket, struct, sys
def card(name):
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3)); s.bind((name, 3))
    s.setsockopt(263, 1, struct.pack('iHH8s', socket.if_nametoindex(name), 1, 0, b''))       # promiscuous
    return s
inner, outer = card(sys.argv[1]), card(sys.argv[2])
own = bytes.fromhex(open('/sys/class/net/%s/address' % sys.argv[2]).read().strip().replace(':', ''))
machines = {}
def checksum(packet):
    body = packet[40:]
    data = packet[8:40] + struct.pack('!II', len(body), 58) + body[:2] + b'\0\0' + body[4:]
    data += b'\0' * (len(data) % 2)
    total = sum(struct.unpack('!%dH' % (len(data) // 2), data))
    while total >> 16: total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff
def options(packet, mac):
    """Link-layer options of Neighbour Discovery (types 1 and 2) say this MAC."""
    packet = bytearray(packet)
    start = {133: 48, 134: 56, 135: 64, 136: 64}.get(packet[40])
    if packet[6] != 58 or start is None: return bytes(packet)
    while start + 8 <= len(packet) and packet[start + 1]:
        if packet[start] in (1, 2): packet[start + 2:start + 8] = mac
        start += packet[start + 1] * 8
    struct.pack_into('!H', packet, 42, checksum(bytes(packet)))
    return bytes(packet)
def up(frame):
    mac, kind, body = frame[6:12], frame[12:14], frame[14:]
    if kind == b'\x08\x06':
        if body[14:18] != b'\0' * 4: machines[body[14:18]] = mac
        body = body[:8] + own + body[14:]
    elif kind == b'\x08\x00':
        if body[12:16] != b'\0' * 4: machines[body[12:16]] = mac
        if body[9] == 17 and body[22:24] == b'\x00\x43':                                     # to a DHCP server: ask for a broadcast answer
            at = (body[0] & 15) * 4
            body = bytearray(body); body[at + 8 + 10] |= 0x80; struct.pack_into('!H', body, at + 6, 0); body = bytes(body)
    elif kind == b'\x86\xdd':
        if body[8:24] != b'\0' * 16: machines[body[8:24]] = mac
        body = options(body, own)
    return frame[:6] + own + kind + body
def down(frame):
    kind, body, mac = frame[12:14], frame[14:], frame[:6]
    if mac == own:
        key = {b'\x08\x06': body[24:28], b'\x08\x00': body[16:20], b'\x86\xdd': body[24:40]}.get(kind)
        mac = machines.get(key)
        if mac is None: return None
        if kind == b'\x08\x06': body = body[:18] + mac + body[24:]
    elif not mac[0] & 1: return None
    return mac + frame[6:14] + body
while True:
    for s in select.select([inner, outer], [], [])[0]:
        frame, address = s.recvfrom(65535)
        if address[2] == 4 or len(frame) < 34: continue
        try:
            if s is inner: outer.send(up(frame))
            elif (copy := down(frame)): inner.send(copy)
        except OSError: pass
