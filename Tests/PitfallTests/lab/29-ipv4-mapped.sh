#!/bin/bash
# Pitfall 29: IPv4-mapped addresses.  A server on a dual socket logs its IPv4 client as ::ffff:10.20.30.11 to the syslog server.  A broken machine even sends
# a packet with such a source.
. "$(dirname "$0")/lib.sh"
switch lan; switch net; record lan
office $LAN6
plug web 00:50:56:9a:29:10 static; fixed web 10.20.30.10/24 2001:db8:20:30::10/64; settle web
plug log 00:50:56:9a:29:20 off; fixed log 10.20.30.20/24; svc log 4:udp:514:sink
plug broken b8:27:eb:ba:29:66 off; fixed broken 10.20.30.66/24
bg web python3 -c '
import socket
log = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s = socket.create_server(("::", 80), family=socket.AF_INET6, dualstack_ipv6=True)
while True:
    c, a = s.accept(); c.recv(512)
    log.sendto(("<30>Nov 23 08:00:00 web httpd: client " + a[0]).encode(), ("10.20.30.20", 514))
    c.sendall(b"HTTP/1.0 200 OK\r\n\r\nok"); c.close()'
pc pc-1 98:90:96:a0:29:11 off 11; sleep 0.5
visit pc-1 10.20.30.10; visit broken 10.20.30.10
ex broken python3 -c '
import socket, struct
ip = lambda t: socket.inet_pton(socket.AF_INET6, t)
own, peer = ip("::ffff:10.20.30.66"), ip("2001:db8:20:30::10")
udp = struct.pack("!4H", 45000, 514, 12, 0) + b"test"
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW); s.bind(("eth0", 0x86dd))
s.send(bytes.fromhex("0050569a2910b827ebba2966") + b"\x86\xdd" + struct.pack("!IHBB", 6 << 28, 12, 17, 64) + own + peer + udp)'
later 25h
visit pc-1 10.20.30.10; visit broken 10.20.30.10
finish
