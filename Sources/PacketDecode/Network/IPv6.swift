import NetworkTypes

extension FrameDecoder {
    private enum Field {
        /// Version, class and flow label 4, payload length 2, next header 1, hop limit 1.
        static let first = 0
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
        let first = bytes.field(at: start &+ Field.first, as: UInt64.self)
        guard first >> 60 == 6 else { return record.note(.ipv6Version) }
        // Zero is a jumbogram (RFC 2675) or segmentation offload; trust the frame then.
        let payloadLength = Int(truncatingIfNeeded: first >> 16 & 0xffff)
        let declaredEnd = payloadLength == 0 ? end : start &+ Field.length &+ payloadLength
        let limit = min(end, declaredEnd)
        let next = IPProtocol(rawValue: UInt8(truncatingIfNeeded: first >> 8))
        guard level.isOutermost, !ExtensionChain.isExtension(next) else {
            return decodeRareIPv6(first, bytes, at: start, end: limit, declaredEnd: declaredEnd, level, into: &record)
        }
        record.network = .ipv6
        readIPv6Header(first, bytes, at: start, into: &record.ip)
        decodeUpperLayer(
            next, bytes, at: start &+ Field.length, end: limit, declaredEnd: declaredEnd, carrier: .ipv6,
            isPartial: false, level, into: &record)
    }

    /// With extension headers, or inside a tunnel.
    @inline(never)
    private static func decodeRareIPv6(
        _ first: UInt64, _ bytes: borrowing RawSpan, at start: Int, end: Int, declaredEnd: Int, _ level: Level,
        into record: inout FrameRecord
    ) {
        var header = IPHeaderRecord()
        readIPv6Header(first, bytes, at: start, into: &header)
        var chain = ExtensionChain(next: header.upperProtocol, offset: start &+ Field.length)
        chain.walk(bytes, to: end, folding: &header)
        if chain.anomaly != .none { record.note(chain.anomaly) }
        if level.isOutermost {
            record.network = .ipv6
            record.ip = header
        } else {
            record.noteInner(header, .ipv6, level)
        }
        let isPartial = header.isPartial
        if isPartial {
            record.fragment = ByteRange(chain.fragmentStart, end)
            record.isFragmentCut = end < declaredEnd
        }
        guard chain.isComplete else { return }
        decodeUpperLayer(
            chain.next, bytes, at: chain.offset, end: end, declaredEnd: declaredEnd, carrier: .ipv6,
            isPartial: isPartial, level, into: &record)
    }

    /// The fixed part, with the next header as `upperProtocol`; the caller has looked at its first eight bytes.
    @inline(__always)
    static func readIPv6Header(
        _ first: UInt64, _ bytes: borrowing RawSpan, at start: Int, into header: inout IPHeaderRecord
    ) {
        header.source = IPAddress(bytes.ipv6(at: start &+ Field.source))
        header.destination = IPAddress(bytes.ipv6(at: start &+ Field.destination))
        header.hopLimit = UInt8(truncatingIfNeeded: first)
        header.length = UInt32(Field.length) &+ UInt32(truncatingIfNeeded: first >> 16 & 0xffff)
        header.upperProtocol = IPProtocol(rawValue: UInt8(truncatingIfNeeded: first >> 8))
    }
}
