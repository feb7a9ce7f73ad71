import NetworkTypes

extension DNSMessage {
    private enum HintLimit {
        static let parameters = 32
        static let addresses = 16
    }

    /// The data of an SVCB or HTTPS record: priority, target, then parameters. RFC 9460 §2.2.
    static func hints(_ bytes: borrowing RawSpan, at start: Int, end: Int, messageStart: Int) -> RecordData? {
        guard end - start >= 3,
            let target = DomainName.read(bytes, at: start + 2, messageStart: messageStart, end: end)
        else { return nil }
        var v4: [IPv4Address] = []
        var v6: [IPv6Address] = []
        var cursor = ByteCursor(bytes, ByteRange(target.end, end))
        for _ in 0..<HintLimit.parameters where cursor.remaining > 0 {
            guard let key = cursor.integer(bytes, as: UInt16.self),
                let value = cursor.vector(bytes, length: UInt16.self)
            else { return nil }
            switch key {
            case 4:
                guard !value.isEmpty, value.count % 4 == 0 else { return nil }
                v4 = (0..<min(value.count / 4, HintLimit.addresses)).map { bytes.ipv4(at: value.lower + $0 * 4) }
            case 6:
                guard !value.isEmpty, value.count % 16 == 0 else { return nil }
                v6 = (0..<min(value.count / 16, HintLimit.addresses)).map { bytes.ipv6(at: value.lower + $0 * 16) }
            default: break
            }
        }
        return .hints(v4: v4, v6: v6, target: target.name)
    }
}
