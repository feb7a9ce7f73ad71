public import NetworkTypes

/// The packet that an ICMP or ICMPv6 error quotes, as far as it is there. RFC 792, RFC 4443 §3.
public struct QuotedPacket: Sendable, BitwiseCopyable {
    public internal(set) var header = IPHeaderRecord()
    /// The transport whose ports were read, else `noNextHeader`.
    public internal(set) var transport = IPProtocol.noNextHeader
    public internal(set) var sourcePort: UInt16 = 0
    public internal(set) var destinationPort: UInt16 = 0

    init() {}
}

extension FrameDecoder {
    /// Nil where the record is not of an error, or the quoted header is cut. Lax: quotations end anywhere.
    public static func quotedPacket(in record: FrameRecord, _ bytes: borrowing RawSpan) -> QuotedPacket? {
        let start = record.payload.lower &+ 8
        let end = min(record.payload.upper, bytes.byteCount)
        switch (record.transport, record.icmpType) {
        case (.icmp, 3), (.icmp, 4), (.icmp, 5), (.icmp, 11), (.icmp, 12): return quotedIPv4(bytes, at: start, end: end)
        case (.icmpv6, 1...4): return quotedIPv6(bytes, at: start, end: end)
        default: return nil
        }
    }

    private static func quotedIPv4(_ bytes: borrowing RawSpan, at start: Int, end: Int) -> QuotedPacket? {
        let first = bytes.field(at: start, as: UInt8.self)
        guard end >= start &+ 20, first >> 4 == 4, first & 15 >= 5 else { return nil }
        var packet = QuotedPacket()
        readIPv4Header(bytes.field(at: start), bytes, at: start, into: &packet.header)
        guard packet.header.fragmentOffset == 0 else { return packet }
        packet.readPorts(packet.header.upperProtocol, bytes, at: start &+ Int(first & 15) &* 4, end: end)
        return packet
    }

    private static func quotedIPv6(_ bytes: borrowing RawSpan, at start: Int, end: Int) -> QuotedPacket? {
        guard end >= start &+ 40, bytes.field(at: start, as: UInt8.self) >> 4 == 6 else { return nil }
        var packet = QuotedPacket()
        readIPv6Header(bytes.field(at: start), bytes, at: start, into: &packet.header)
        var chain = ExtensionChain(next: packet.header.upperProtocol, offset: start &+ 40)
        chain.walk(bytes, to: end, folding: &packet.header)
        guard chain.isComplete else { return packet }
        packet.readPorts(chain.next, bytes, at: chain.offset, end: end)
        return packet
    }
}

extension QuotedPacket {
    /// The first four bytes of every transport with ports.
    fileprivate mutating func readPorts(
        _ upperProtocol: IPProtocol, _ bytes: borrowing RawSpan, at start: Int, end: Int
    ) {
        switch upperProtocol {
        case .tcp, .udp, .udpLite, .sctp, .dccp:
            guard end >= start &+ 4 else { return }
            transport = upperProtocol
            sourcePort = bytes.field(at: start)
            destinationPort = bytes.field(at: start &+ 2)
        default: break
        }
    }
}
