#!/usr/bin/python3
"""A mirror port.  mirror.py OUT CARD=TAGS...  copies the frames of each card to OUT, with the tags (`-` none, 10, 100.10), outer first, added.

Switches strip or add tags at a mirror port; this kernel has no 8021q module.
"""
import select, socket, struct, sys
def card(name, protocol):
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(protocol)); s.bind((name, protocol)); return s
out = card(sys.argv[1], 0)
tags = {}
for word in sys.argv[2:]:
    name, stack = word.split('=')
    ids = [] if stack == '-' else [int(n) for n in stack.split('.')]
    tags[card(name, 3)] = b''.join(struct.pack('!HH', 0x88a8 if n + 1 < len(ids) else 0x8100, i) for n, i in enumerate(ids))
while True:
    for s in select.select(list(tags), [], [])[0]:
        frame, address = s.recvfrom(65535)
        try: out.send(frame[:12] + tags[s] + frame[12:])
        except OSError: pass
