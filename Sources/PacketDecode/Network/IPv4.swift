import NetworkTypes

extension FrameDecoder {
    /// How many IP headers in one frame are followed.
    static let largestTunnelDepth = 4

    private enum Field {
        static let totalLength = 2
        static let fragment = 6
        static let timeToLive = 8
        static let `protocol` = 9
        static let source = 12
        static let destination = 16
        static let minimumLength = 20
    }

    /// An IPv4 header. RFC 791 §3.1.
    static func decodeIPv4(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, depth: Int, into record: inout FrameRecord
    ) {
        guard depth < largestTunnelDepth else { return record.note(.tunnelTooDeep) }
        guard end >= start &+ Field.minimumLength else { return record.note(.ipv4Truncated) }
        let first = bytes.field(at: start, as: UInt8.self)
        guard first >> 4 == 4 else { return record.note(.ipv4Version) }
        let headerLength = Int(first & 15) * 4
        guard headerLength >= Field.minimumLength else { return record.note(.ipv4HeaderLength) }
        guard end >= start &+ headerLength else { return record.note(.ipv4Truncated) }
        let totalLength = Int(bytes.field(at: start + Field.totalLength, as: UInt16.self))
        let fragment = bytes.field(at: start + Field.fragment, as: UInt16.self)

        var header = IPHeaderRecord()
        header.source = IPAddress(bytes.ipv4(at: start + Field.source))
        header.destination = IPAddress(bytes.ipv4(at: start + Field.destination))
        header.hopLimit = bytes.field(at: start + Field.timeToLive)
        header.upperProtocol = IPProtocol(rawValue: bytes.field(at: start + Field.protocol))
        header.length = UInt32(totalLength)
        header.fragmentOffset = (fragment & 0x1fff) &* 8
        header.isFragment = fragment & 0x3fff != 0  // more fragments, or not the first
        if depth == 0 {
            record.network = .ipv4
            record.ip = header
        } else {
            record.innerIP = header
        }

        // A length of zero is what segmentation offload writes; trust the frame then.
        var declaredEnd = totalLength == 0 ? end : start + totalLength
        if totalLength != 0, totalLength < headerLength {
            record.note(.ipv4TotalLength)
            declaredEnd = end
        }
        guard header.fragmentOffset == 0 else { return }
        decodeUpperLayer(
            header.upperProtocol, bytes, at: start + headerLength, end: min(end, declaredEnd), declaredEnd: declaredEnd,
            carrier: .ipv4, depth: depth, into: &record)
    }
}
