import NetworkTypes

/// The host of a URL or of a `host:port` text. RFC 3986 §3.2.2.
struct HostText {
    /// Nil where the host is a name.
    let address: IPAddress?
    /// The text of the host, without brackets and zone.
    let text: ByteRange

    /// More is no name and no address. RFC 1035 §2.3.4.
    private static let largestLength = 255

    /// Of `host`, `host:port`, `[v6]`, `[v6]:port` or a bare IPv6 address, also in quotation marks.
    init?(_ bytes: borrowing RawSpan, authority: ByteRange) {
        var start = authority.lower
        var end = authority.upper
        while start < end, Self.isQuote(bytes.field(at: start)) { start += 1 }
        while start < end, Self.isQuote(bytes.field(at: end - 1)) { end -= 1 }
        let isBracketed = start < end && bytes.field(at: start, as: UInt8.self) == 0x5b
        if isBracketed {
            start += 1
            guard let close = SentText.position(bytes, from: start, to: end, where: { $0 == 0x5d }) else { return nil }
            end = close
        }
        var colons = 0
        var firstColon = end
        for offset in start..<max(start, end) where bytes.field(at: offset, as: UInt8.self) == 0x3a {
            if colons == 0 { firstColon = offset }
            colons += 1
        }
        if !isBracketed, colons == 1 { end = firstColon }
        if let zone = SentText.position(bytes, from: start, to: end, where: { $0 == 0x25 }) { end = zone }
        guard start < end, end - start <= Self.largestLength else { return nil }
        text = ByteRange(start, end)
        let host = String(decoding: bytes.octets(at: start, count: end - start), as: UTF8.self)
        if isBracketed || colons > 1 {
            guard let address = IPv6Address(host) else { return nil }
            self.address = IPAddress(address)
        } else {
            address = IPv4Address(host).map(IPAddress.init)
        }
    }

    /// Of a URL `scheme://user@host:port/path`; nil where it has no authority.
    init?(_ bytes: borrowing RawSpan, url: ByteRange) {
        guard let slashes = SentText.position(of: "://", bytes, from: url.lower, to: url.upper) else { return nil }
        self.init(bytes, behindScheme: ByteRange(slashes + 3, url.upper))
    }

    /// Of what follows the scheme: `user@host:port;parameters`. The user's name is stepped over.
    init?(_ bytes: borrowing RawSpan, behindScheme range: ByteRange) {
        let end = SentText.position(bytes, from: range.lower, to: range.upper, where: Self.endsAuthority) ?? range.upper
        var start = range.lower
        while let at = SentText.position(bytes, from: start, to: end, where: { $0 == 0x40 }) { start = at + 1 }
        self.init(bytes, authority: ByteRange(start, end))
    }

    private static func isQuote(_ octet: UInt8) -> Bool { octet == 0x22 || octet == 0x27 }

    /// `/ ? # ; > < , "` and blanks.
    private static func endsAuthority(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x2f, 0x3f, 0x23, 0x3b, 0x3e, 0x3c, 0x2c, 0x22: true
        default: SentText.isBlank(octet)
        }
    }
}
