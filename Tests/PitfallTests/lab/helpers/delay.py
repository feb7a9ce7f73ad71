#!/usr/bin/python3
"""A slow line.  delay.py CARD CARD SECONDS  passes frames between two cards; those with TCP over IPv6 wait so long."""
import heapq, itertools, select, socket, struct, sys, time
cards = []
for name in sys.argv[1:3]:
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3)); s.bind((name, 3))
    s.setsockopt(263, 1, struct.pack('iHH8s', socket.if_nametoindex(name), 1, 0, b''))       # promiscuous
    cards.append(s)
wait, queue, number = float(sys.argv[3]), [], itertools.count()
while True:
    left = max(0, queue[0][0] - time.monotonic()) if queue else None
    for s in select.select(cards, [], [], left)[0]:
        frame, address = s.recvfrom(65535)
        if address[2] == 4: continue                                                         # sent by ourselves
        slow = frame[12:14] == b'\x86\xdd' and frame[20] == 6
        heapq.heappush(queue, (time.monotonic() + (wait if slow else 0), next(number), cards[1 - cards.index(s)], frame))
    while queue and queue[0][0] <= time.monotonic():
        _, _, to, frame = heapq.heappop(queue)
        try: to.send(frame)
        except OSError: pass
