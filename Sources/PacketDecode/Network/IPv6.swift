import NetworkTypes

extension FrameDecoder {
    private enum Field {
        static let payloadLength = 4
        static let nextHeader = 6
        static let hopLimit = 7
        static let source = 8
        static let destination = 24
        static let length = 40
    }

    /// An IPv6 header and its chain of extension headers. RFC 8200 §3 and §4.
    static func decodeIPv6(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard level.depth < largestTunnelDepth else { return record.note(.tunnelTooDeep) }
        guard end >= start &+ Field.length else { return record.note(.ipv6Truncated) }
        guard bytes.field(at: start, as: UInt8.self) >> 4 == 6 else { return record.note(.ipv6Version) }
        var header = readIPv6Header(bytes, at: start)
        // Zero is a jumbogram (RFC 2675) or segmentation offload; trust the frame then.
        let declaredEnd = header.length == Field.length ? end : start &+ Int(header.length)
        let limit = min(end, declaredEnd)

        var chain = ExtensionChain(next: header.upperProtocol, offset: start &+ Field.length)
        if ExtensionChain.isExtension(chain.next) {
            chain.walk(bytes, to: limit, folding: &header)
            if chain.anomaly != .none { record.note(chain.anomaly) }
        }
        if level.isOutermost {
            record.network = .ipv6
            record.ip = header
        } else {
            record.noteInner(header, .ipv6, level)
        }
        let isPartial = header.isPartial
        if isPartial { record.fragment = ByteRange(chain.fragmentStart, limit) }
        guard chain.isComplete else { return }
        decodeUpperLayer(
            chain.next, bytes, at: chain.offset, end: limit, declaredEnd: declaredEnd, carrier: .ipv6,
            isPartial: isPartial, level, into: &record)
    }

    /// The fixed part, with the next header as `upperProtocol`; the caller has looked at version and length.
    @inline(__always)
    static func readIPv6Header(_ bytes: borrowing RawSpan, at start: Int) -> IPHeaderRecord {
        var header = IPHeaderRecord()
        header.source = IPAddress(bytes.ipv6(at: start &+ Field.source))
        header.destination = IPAddress(bytes.ipv6(at: start &+ Field.destination))
        header.hopLimit = bytes.field(at: start &+ Field.hopLimit)
        header.length = UInt32(Field.length) &+ UInt32(bytes.field(at: start &+ Field.payloadLength, as: UInt16.self))
        header.upperProtocol = IPProtocol(rawValue: bytes.field(at: start &+ Field.nextHeader))
        return header
    }
}
