extension String {
    /// A host name of an application protocol: ASCII in lower case, without a dot at the end; nil when it is empty,
    /// longer than 255 octets, or has characters that no host name has. RFC 1123 §2.1, with `_` as is in use.
    init?(hostName octets: ArraySlice<UInt8>) {
        var name = octets
        if name.last == 0x2e { name.removeLast() }
        guard !name.isEmpty, name.count <= 255 else { return nil }
        var lowered: [UInt8] = []
        for octet in name {
            switch octet {
            case 0x41...0x5a: lowered.append(octet | 0x20)
            case 0x61...0x7a, 0x30...0x39, 0x2d, 0x2e, 0x5f, 0x3a: lowered.append(octet)  // also of IPv6 addresses
            default: return nil
            }
        }
        self.init(decoding: lowered, as: UTF8.self)
    }
}
