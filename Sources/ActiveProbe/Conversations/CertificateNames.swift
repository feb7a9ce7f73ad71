import NetworkTypes

/// The names for which a certificate stands: its subjectAltName. RFC 5280 §4.2.1.6, RFC 9525 §6.3.
struct CertificateNames {
    private(set) var names: [String] = []
    private(set) var addresses: [IPAddress] = []

    var hasWildcard: Bool { names.contains { $0.contains("*") } }

    /// Without the extension nothing is named: the subject's common name is no longer looked at.
    init(_ certificate: [UInt8]) {
        // OBJECT IDENTIFIER 2.5.29.17.
        let identifier: [UInt8] = [0x06, 0x03, 0x55, 0x1d, 0x11]
        var index = 0
        while index + identifier.count <= certificate.count {
            if certificate[index] == 0x06, certificate[index..<(index + identifier.count)].elementsEqual(identifier) {
                read(certificate[(index + identifier.count)...])
                return
            }
            index += 1
        }
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>) {
        var bytes = bytes
        // "critical", where it is said.
        if bytes.first == 0x01 { bytes = bytes.dropFirst(3) }
        guard let octets = Self.element(&bytes), octets.tag == 0x04 else { return }
        var inside = octets.content
        guard let sequence = Self.element(&inside), sequence.tag == 0x30 else { return }
        var list = sequence.content
        while let element = Self.element(&list) {
            switch element.tag {
            case 0x82: names.append(String(decoding: element.content, as: UTF8.self).lowercased())
            case 0x87: if let address = Self.address(element.content) { addresses.append(address) }
            default: break
            }
        }
    }

    private static func element(_ bytes: inout ArraySlice<UInt8>) -> (tag: UInt8, content: ArraySlice<UInt8>)? {
        guard let tag = bytes.popFirst(), let first = bytes.popFirst() else { return nil }
        var length = Int(first)
        if first >= 0x80 {
            let count = Int(first & 0x7f)
            guard (1...3).contains(count), bytes.count >= count else { return nil }
            length = bytes.prefix(count).reduce(0) { $0 << 8 | Int($1) }
            bytes = bytes.dropFirst(count)
        }
        guard bytes.count >= length else { return nil }
        defer { bytes = bytes.dropFirst(length) }
        return (tag, bytes.prefix(length))
    }

    private static func address(_ bytes: ArraySlice<UInt8>) -> IPAddress? {
        func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        switch bytes.count {
        case 4: return IPAddress(IPv4Address(value: UInt32(truncatingIfNeeded: word(bytes))))
        case 16: return IPAddress(IPv6Address(high: word(bytes.prefix(8)), low: word(bytes.suffix(8))))
        default: return nil
        }
    }

    /// A star stands for one whole label, the first.
    func cover(_ name: String) -> Bool {
        let name = name.lowercased()
        return names.contains { pattern in
            if pattern == name { return true }
            guard pattern.hasPrefix("*."), let dot = name.firstIndex(of: ".") else { return false }
            return name[dot...] == pattern.dropFirst()
        }
    }
}
