import NetworkTypes

extension FrameDecoder {
    /// The UDP port of Teredo servers. RFC 4380 §2.7.
    static let teredoPort: UInt16 = 3544

    /// Teredo: optional authentication and origin indications, then an IPv6 packet. RFC 4380 §5.1.1.
    ///
    /// Port 3544 is the server's; traffic between clients and relays uses other ports, so there an IPv6 header counts only
    /// with a Teredo address in it and a payload length that fits the datagram exactly.
    static func decodeTeredo(_ bytes: borrowing RawSpan, _ level: Level, into record: inout FrameRecord) {
        var offset = record.payload.lower
        let end = record.payload.upper
        let isServerPort = record.sourcePort == teredoPort || record.destinationPort == teredoPort
        if isServerPort, end >= offset + 4, bytes.field(at: offset, as: UInt16.self) == 0x0001 {
            offset +=
                13 + Int(bytes.field(at: offset + 2, as: UInt8.self)) + Int(bytes.field(at: offset + 3, as: UInt8.self))
        }
        if isServerPort, end >= offset + 8, bytes.field(at: offset, as: UInt16.self) == 0 { offset += 8 }
        guard end >= offset + 40, bytes.field(at: offset, as: UInt8.self) >> 4 == 6 else { return }
        let length = Int(bytes.field(at: offset + 4, as: UInt16.self))
        // Trailers may follow an empty packet, RFC 6081 §4.
        let isBubble = isServerPort && length == 0 && bytes.field(at: offset + 6, as: UInt8.self) == 59
        guard length + 40 == end - offset || isBubble else { return }
        if !isServerPort {
            guard bytes.ipv6(at: offset + 8).scope == .teredo || bytes.ipv6(at: offset + 24).scope == .teredo else {
                return
            }
        }
        record.enterUDPTunnel()
        decodeIPv6(bytes, at: offset, end: end, level.inside(.teredo), into: &record)
    }
}

extension FrameRecord {
    /// What the outer datagram said about ports gives way to the inner packet.
    mutating func enterUDPTunnel() {
        outerTransport = transport
        outerSourcePort = sourcePort
        outerDestinationPort = destinationPort
        transport = .noNextHeader
        sourcePort = 0
        destinationPort = 0
        payload = .empty
        payloadLength = 0
    }
}
