import NetworkTypes

extension FrameDecoder {
    private enum Field {
        static let totalLength = 2
        static let identification = 4
        static let fragment = 6
        static let timeToLive = 8
        static let `protocol` = 9
        static let source = 12
        static let destination = 16
        static let minimumLength = 20
    }

    /// An IPv4 header. RFC 791 §3.1.
    static func decodeIPv4(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard level.depth < largestTunnelDepth else { return record.note(.tunnelTooDeep) }
        guard end >= start &+ Field.minimumLength else { return record.note(.ipv4Truncated) }
        let first = bytes.field(at: start, as: UInt8.self)
        guard first >> 4 == 4 else { return record.note(.ipv4Version) }
        let headerLength = Int(first & 15) &* 4
        guard headerLength >= Field.minimumLength else { return record.note(.ipv4HeaderLength) }
        guard end >= start &+ headerLength else { return record.note(.ipv4Truncated) }
        let header = readIPv4Header(bytes, at: start)
        if level.isOutermost {
            record.network = .ipv4
            record.ip = header
        } else {
            record.noteInner(header, .ipv4, level)
        }

        // A length of zero is what segmentation offload writes; trust the frame then.
        let totalLength = Int(header.length)
        var declaredEnd = totalLength == 0 ? end : start &+ totalLength
        if totalLength != 0, totalLength < headerLength {
            record.note(.ipv4TotalLength)
            declaredEnd = end
        }
        let isPartial = header.isPartial
        if isPartial {
            record.fragment = ByteRange(start &+ headerLength, min(end, declaredEnd))
            guard header.fragmentOffset == 0 else { return }
        }
        decodeUpperLayer(
            header.upperProtocol, bytes, at: start &+ headerLength, end: min(end, declaredEnd),
            declaredEnd: declaredEnd, carrier: .ipv4, isPartial: isPartial, level, into: &record)
    }

    /// The fixed part; the caller has looked at version and length.
    @inline(__always)
    static func readIPv4Header(_ bytes: borrowing RawSpan, at start: Int) -> IPHeaderRecord {
        let fragment = bytes.field(at: start &+ Field.fragment, as: UInt16.self)
        var header = IPHeaderRecord()
        header.source = IPAddress(bytes.ipv4(at: start &+ Field.source))
        header.destination = IPAddress(bytes.ipv4(at: start &+ Field.destination))
        header.hopLimit = bytes.field(at: start &+ Field.timeToLive)
        header.upperProtocol = IPProtocol(rawValue: bytes.field(at: start &+ Field.protocol))
        header.length = UInt32(bytes.field(at: start &+ Field.totalLength, as: UInt16.self))
        header.identification = UInt32(bytes.field(at: start &+ Field.identification, as: UInt16.self))
        header.fragmentOffset = (fragment & 0x1fff) &* 8
        header.hasMoreFragments = fragment & 0x2000 != 0
        header.isFragment = fragment & 0x3fff != 0
        return header
    }
}

extension FrameRecord {
    /// An IP header inside a tunnel was read.
    @inline(never)
    mutating func noteInner(_ header: IPHeaderRecord, _ network: Network, _ level: Level) {
        if hasInnerIP || self.network == .ipv4 || self.network == .ipv6 { tunnelDepth &+= 1 }
        hasInnerIP = true
        innerIP = header
        innerNetwork = network
        encapsulation = level.encapsulation
        fragment = .empty
    }
}
