#!/usr/bin/python3
"""Answers every LLMNR question for a name with its own IPv4 address, whoever owns the name (RFC 4795).  llmnr.py NAME ADDRESS"""
import socket, struct, sys
wanted, own = sys.argv[1].lower().encode(), socket.inet_aton(sys.argv[2])
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(('', 5355))
s.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton('224.0.0.252') + own)
while True:
    q, to = s.recvfrom(512); end = q.index(b'\0', 12) + 1
    if q[13:13 + q[12]].lower() == wanted and q[end:end + 2] == b'\0\1':
        s.sendto(q[:2] + struct.pack('!5H', 0x8000, 1, 1, 0, 0) + q[12:end + 4] + q[12:end] + struct.pack('!HHIH', 1, 1, 30, 4) + own, to)
