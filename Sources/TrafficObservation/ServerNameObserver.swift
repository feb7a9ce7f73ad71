import NetworkTypes
import PacketDecode
import StreamReassembly

extension TrafficObserver {
    /// A name under which a client asks for the server of a conversation.
    mutating func noteServerName(_ name: String?, _ source: ServerNameSource, _ number: Int, _ place: Place) {
        guard !isRehearsing, let name, !name.isEmpty, name.utf8.count <= 255 else { return }
        let server = flows[number].server
        let port = flows[number].serverPort
        let transport = flows[number].transport
        let hash = serverNameHash(name, server, port, place.linkNumber)
        let found = serverNames.find(hash) {
            $0.server == server && $0.port == port && $0.source == source && $0.transport == transport
                && $0.link == place.link && $0.name == name
        }
        if let found {
            serverNames[found].sighting.add(place.proof)
        } else {
            _ = serverNames.append(
                ServerNameRow(
                    link: place.link, name: name, server: server, port: port, transport: transport, source: source,
                    sighting: Sighting(place.proof)), hash)
        }
    }

    func serverNameHash(_ name: String, _ server: IPAddress, _ port: UInt16, _ link: UInt32) -> UInt64 {
        TableHash.mix(NameBuffer(name).hash(serverNames.seed), server.hash(UInt64(port) << 8 ^ UInt64(link)))
    }

    /// QUIC: the names that clients ask for stand in their first packets, encrypted with keys that everyone can derive.
    /// RFC 9001 §5.2.
    mutating func observeQUIC(
        _ record: FrameRecord, _ bytes: borrowing RawSpan, _ number: Int, _ place: Place
    ) {
        guard let header = QUICLongHeader(bytes, record.payload) else {
            return flows[number].inspection.finish(ofClient: true)
        }
        // Early data may overtake the hello. RFC 9000 §17.2.3.
        guard header.isInitial else {
            flows[number].inspection.segments &+= 1
            if flows[number].inspection.segments > 16 { flows[number].inspection.finish(ofClient: true) }
            return
        }
        switch handshakes.add(UInt64(number), bytes: bytes, range: record.payload) {
        case .advanced:
            let handshake = handshakes.handshake(of: UInt64(number))
            // Type and length, then the message. RFC 8446 §4.
            guard handshake.count > 4 else { return }
            let length = Int(handshake[1]) << 16 | Int(handshake[2]) << 8 | Int(handshake[3])
            guard handshake[0] == 1, handshake.count >= 4 + length else { return }
            let span = handshake.span.bytes
            if let hello = TLSClientHello(span, ByteRange(start: 4, end: 4 + length)) {
                noteServerName(hello.serverName, .quic, number, place)
            }
            handshakes.remove(UInt64(number))
            flows[number].inspection.finish(ofClient: true)
        case .notInitial, .fromServer: flows[number].inspection.finish(ofClient: true)
        case .undecryptable, .waiting:
            flows[number].inspection.segments &+= 1
            if flows[number].inspection.segments > 16 { flows[number].inspection.finish(ofClient: true) }
        }
    }
}
