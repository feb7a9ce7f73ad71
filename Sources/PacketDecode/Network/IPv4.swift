import NetworkTypes

extension FrameDecoder {
    private enum Field {
        /// Version and header length 1, service 1, total length 2, identification 2, fragment 2.
        static let first = 0
        /// Time to live 1, protocol 1, checksum 2, source 4.
        static let second = 8
        static let destination = 16
        static let minimumLength = 20
    }

    /// An IPv4 header. RFC 791 §3.1.
    static func decodeIPv4(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level, into record: inout FrameRecord
    ) {
        guard level.depth < largestTunnelDepth else { return record.note(.tunnelTooDeep) }
        guard end >= start &+ Field.minimumLength else { return record.note(.ipv4Truncated) }
        let first = bytes.field(at: start &+ Field.first, as: UInt64.self)
        guard first >> 60 == 4 else { return record.note(.ipv4Version) }
        let headerLength = Int(truncatingIfNeeded: first >> 56 & 15) &* 4
        guard headerLength >= Field.minimumLength else { return record.note(.ipv4HeaderLength) }
        guard end >= start &+ headerLength else { return record.note(.ipv4Truncated) }
        let totalLength = Int(truncatingIfNeeded: first >> 32 & 0xffff)
        guard level.isOutermost, first & 0x3fff == 0, totalLength >= headerLength else {
            return decodeRareIPv4(first, bytes, at: start, end: end, level, into: &record)
        }
        record.network = .ipv4
        readIPv4Header(first, bytes, at: start, into: &record.ip)
        let declaredEnd = start &+ totalLength
        decodeUpperLayer(
            record.ip.upperProtocol, bytes, at: start &+ headerLength, end: min(end, declaredEnd),
            declaredEnd: declaredEnd, carrier: .ipv4, isPartial: false, level, into: &record)
    }

    /// A fragment, a packet inside a tunnel, or one with a length that cannot be.
    @inline(never)
    private static func decodeRareIPv4(
        _ first: UInt64, _ bytes: borrowing RawSpan, at start: Int, end: Int, _ level: Level,
        into record: inout FrameRecord
    ) {
        var header = IPHeaderRecord()
        readIPv4Header(first, bytes, at: start, into: &header)
        if level.isOutermost {
            record.network = .ipv4
            record.ip = header
        } else {
            record.noteInner(header, .ipv4, level)
        }
        let headerLength = Int(truncatingIfNeeded: first >> 56 & 15) &* 4
        let totalLength = Int(header.length)
        // A length of zero is what segmentation offload writes; trust the frame then.
        var declaredEnd = totalLength == 0 ? end : start &+ totalLength
        if totalLength != 0, totalLength < headerLength {
            record.note(.ipv4TotalLength)
            declaredEnd = end
        }
        let isPartial = header.isPartial
        if isPartial {
            record.fragment = ByteRange(start &+ headerLength, min(end, declaredEnd))
            record.isFragmentCut = end < declaredEnd
            guard header.fragmentOffset == 0 else { return }
        }
        decodeUpperLayer(
            header.upperProtocol, bytes, at: start &+ headerLength, end: min(end, declaredEnd),
            declaredEnd: declaredEnd, carrier: .ipv4, isPartial: isPartial, level, into: &record)
    }

    /// The fixed part, whose first eight bytes the caller has looked at; `header` is fresh.
    @inline(__always)
    static func readIPv4Header(
        _ first: UInt64, _ bytes: borrowing RawSpan, at start: Int, into header: inout IPHeaderRecord
    ) {
        let second = bytes.field(at: start &+ Field.second, as: UInt64.self)
        header.source = IPAddress(IPv4Address(value: UInt32(truncatingIfNeeded: second)))
        header.destination = IPAddress(bytes.ipv4(at: start &+ Field.destination))
        header.hopLimit = UInt8(truncatingIfNeeded: second >> 56)
        header.upperProtocol = IPProtocol(rawValue: UInt8(truncatingIfNeeded: second >> 48))
        header.length = UInt32(truncatingIfNeeded: first >> 32 & 0xffff)
        header.identification = UInt32(truncatingIfNeeded: first >> 16 & 0xffff)
        if first & 0x3fff != 0 {
            header.fragmentOffset = UInt16(truncatingIfNeeded: first & 0x1fff) &* 8
            header.hasMoreFragments = first & 0x2000 != 0
            header.isFragment = true
        }
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
