import NetworkTypes

extension FrameDecoder {
    private enum Field {
        static let payloadLength = 4
        static let nextHeader = 6
        static let hopLimit = 7
        static let source = 8
        static let destination = 24
        static let length = 40
        static let largestExtensionCount = 16
    }

    /// An IPv6 header and its chain of extension headers. RFC 8200 §3 and §4.
    static func decodeIPv6(
        _ bytes: borrowing RawSpan, at start: Int, end: Int, depth: Int, into record: inout FrameRecord
    ) {
        guard depth < largestTunnelDepth else { return record.note(.tunnelTooDeep) }
        guard end >= start &+ Field.length else { return record.note(.ipv6Truncated) }
        guard bytes.field(at: start, as: UInt8.self) >> 4 == 6 else { return record.note(.ipv6Version) }
        let payloadLength = Int(bytes.field(at: start + Field.payloadLength, as: UInt16.self))

        var header = IPHeaderRecord()
        header.source = IPAddress(bytes.ipv6(at: start + Field.source))
        header.destination = IPAddress(bytes.ipv6(at: start + Field.destination))
        header.hopLimit = bytes.field(at: start + Field.hopLimit)
        header.length = UInt32(Field.length + payloadLength)
        var next = IPProtocol(rawValue: bytes.field(at: start + Field.nextHeader))
        // Zero is a jumbogram (RFC 2675) or segmentation offload; trust the frame then.
        let declaredEnd = payloadLength == 0 ? end : start + Field.length + payloadLength
        let limit = min(end, declaredEnd)

        var offset = start + Field.length
        var count = 0
        var isComplete = true
        chain: while true {
            guard count < Field.largestExtensionCount else {
                record.note(.ipv6ExtensionTooMany)
                isComplete = false
                break
            }
            count += 1
            let headerLength: Int
            switch next {
            case .hopByHop, .destinationOptions, .routing, .mobility, .hostIdentity, .shim6:
                guard limit >= offset &+ 8 else {
                    record.note(.ipv6ExtensionTruncated)
                    isComplete = false
                    break chain
                }
                headerLength = (Int(bytes.field(at: offset + 1, as: UInt8.self)) + 1) * 8
                if next == .routing, bytes.field(at: offset + 2, as: UInt8.self) == 0 {
                    header.hasRoutingHeaderType0 = true
                }
            case .authenticationHeader:
                guard limit >= offset &+ 12 else {
                    record.note(.ipv6ExtensionTruncated)
                    isComplete = false
                    break chain
                }
                headerLength = (Int(bytes.field(at: offset + 1, as: UInt8.self)) + 2) * 4  // RFC 4302 §2.2
            case .fragment:
                guard limit >= offset &+ 8 else {
                    record.note(.ipv6ExtensionTruncated)
                    isComplete = false
                    break chain
                }
                headerLength = 8
                header.isFragment = true
                header.fragmentOffset = bytes.field(at: offset + 2, as: UInt16.self) & 0xfff8
            default: break chain
            }
            next = IPProtocol(rawValue: bytes.field(at: offset))
            offset += headerLength
            if header.fragmentOffset != 0 {  // what follows is the middle of something, §4.5
                isComplete = false
                break
            }
            guard offset <= limit else {
                record.note(.ipv6ExtensionTruncated)
                isComplete = false
                break
            }
        }
        header.upperProtocol = next
        if depth == 0 {
            record.network = .ipv6
            record.ip = header
        } else {
            record.innerIP = header
        }
        guard isComplete else { return }
        decodeUpperLayer(
            next, bytes, at: offset, end: limit, declaredEnd: declaredEnd, carrier: .ipv6, depth: depth, into: &record)
    }
}
