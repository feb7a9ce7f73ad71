import NetworkTypes

/// Reading the options of the innermost message. RFC 9915 §21.
extension DHCPv6Message {
    /// `inside` is the code of the option around these, 0 for the message itself.
    mutating func readOptions(_ bytes: borrowing RawSpan, at start: Int, end: Int, inside: UInt16, depth: Int) {
        guard depth <= Limit.optionDepth else {
            isIncomplete = true
            return
        }
        var offset = start
        while let option = nextOption(bytes, &offset, end) {
            let isFine =
                inside == 0
                ? readMessageOption(bytes, option.code, option.value, depth: depth)
                : readNestedOption(bytes, option.code, option.value, inside: inside, depth: depth)
            if !isFine { isIncomplete = true }
        }
    }

    /// False where the value does not fit the option.
    private mutating func readMessageOption(
        _ bytes: borrowing RawSpan, _ code: UInt16, _ value: ByteRange, depth: Int
    ) -> Bool {
        let at = value.lower
        switch code {
        case 1, 2:
            guard Limit.identifierOctets.contains(value.count) else { return false }
            let identifier = bytes.octets(at: at, count: value.count)
            if code == 1 { clientDUID = identifier } else { serverDUID = identifier }
        case 3, 4, 25:
            if code == 3 { hasNonTemporaryAssociation = true }
            if code == 4 { hasTemporaryAssociation = true }
            if code == 25 { hasDelegationAssociation = true }
            let fixedLength = code == 4 ? 4 : 12
            guard value.count >= fixedLength else { return false }
            readOptions(bytes, at: at + fixedLength, end: value.upper, inside: code, depth: depth + 1)
        case 6:
            requestedOptions = (0..<value.count / 2).map { bytes.field(at: at + $0 * 2) }
            return value.count % 2 == 0
        case 8:
            guard value.count == 2 else { return false }
            elapsedHundredths = bytes.field(at: at)
        case 13: return readStatus(bytes, value)
        case 14: hasRapidCommit = true
        case 16: return readVendorClass(bytes, value)
        case 32:
            guard value.count == 4 else { return false }
            informationRefreshSeconds = bytes.field(at: at)
        case 39:
            guard value.count >= 1 else { return false }
            guard value.count > 1 else { return true }
            let encoded = bytes.octets(at: at + 1, count: value.count - 1)
            guard let name = DomainName.readPartial(encoded[...]) else { return false }
            if !name.isEmpty { fullyQualifiedName = name }
        case 79: readLinkLayer(bytes, value)
        default: return readServers(bytes, code, value)
        }
        return true
    }

    /// Options that tell of servers and domains.
    private mutating func readServers(_ bytes: borrowing RawSpan, _ code: UInt16, _ value: ByteRange) -> Bool {
        switch code {
        case 23: return Self.append(bytes, value, to: &resolvers)
        case 24: return Self.appendNames(bytes, value, to: &searchDomains)
        case 31: return Self.append(bytes, value, to: &ntpServers)
        case 56:
            var offset = value.lower
            while let option = nextOption(bytes, &offset, value.upper) {
                let isFine =
                    switch option.code {
                    // Multicast groups are servers too. RFC 5908 §4.2.
                    case 1, 2: option.value.count == 16 && Self.append(bytes, option.value, to: &ntpServers)
                    case 3: Self.appendNames(bytes, option.value, to: &ntpServerNames)
                    default: true
                    }
                if !isFine { return false }
            }
            return true
        default: return true
        }
    }

    private static func append(_ bytes: borrowing RawSpan, _ value: ByteRange, to list: inout [IPv6Address]) -> Bool {
        for index in 0..<value.count / 16 { list.append(bytes.ipv6(at: value.lower + index * 16)) }
        return value.count % 16 == 0
    }

    /// Names that are not compressed. RFC 9915 §10.
    private static func appendNames(_ bytes: borrowing RawSpan, _ value: ByteRange, to list: inout [String]) -> Bool {
        var offset = value.lower
        while offset < value.upper {
            guard list.count < Limit.names,
                let name = DomainName.read(bytes, at: offset, messageStart: value.lower, end: value.upper)
            else { return false }
            if !name.name.isEmpty { list.append(name.name) }
            offset = name.end
        }
        return true
    }

    private mutating func readVendorClass(_ bytes: borrowing RawSpan, _ value: ByteRange) -> Bool {
        var cursor = ByteCursor(bytes, value)
        guard let enterprise = cursor.integer(bytes, as: UInt32.self) else { return false }
        var texts: [String] = []
        while cursor.remaining > 0, texts.count < Limit.vendorTexts,
            let text = cursor.vector(bytes, length: UInt16.self)
        {
            if let text = String(sent: bytes.octets(at: text.lower, count: text.count)) { texts.append(text) }
        }
        vendorClass = VendorClass(enterprise: enterprise, texts: texts)
        return !cursor.failed && cursor.remaining == 0
    }

    private mutating func readNestedOption(
        _ bytes: borrowing RawSpan, _ code: UInt16, _ value: ByteRange, inside: UInt16, depth: Int
    ) -> Bool {
        let at = value.lower
        switch (inside, code) {
        case (_, 13): return readStatus(bytes, value)
        case (3, 5), (4, 5):
            guard value.count >= 24 else { return false }
            addresses.append(
                Association(
                    address: bytes.ipv6(at: at), preferredSeconds: bytes.field(at: at + 16),
                    validSeconds: bytes.field(at: at + 20)))
            readOptions(bytes, at: at + 24, end: value.upper, inside: code, depth: depth + 1)
        case (25, 26):
            let length = Int(bytes.field(at: at + 8, as: UInt8.self))
            guard value.count >= 25, length <= 128 else { return false }
            delegations.append(
                Delegation(
                    prefix: IPPrefix(IPAddress(bytes.ipv6(at: at + 9)), length: length),
                    preferredSeconds: bytes.field(at: at), validSeconds: bytes.field(at: at + 4)))
            readOptions(bytes, at: at + 25, end: value.upper, inside: code, depth: depth + 1)
        default: break
        }
        return true
    }

    private mutating func readStatus(_ bytes: borrowing RawSpan, _ value: ByteRange) -> Bool {
        guard value.count >= 2 else { return false }
        statusCodes.append(bytes.field(at: value.lower))
        return true
    }
}
