public import NetworkTypes

/// A SIP request or response: what software speaks, and which address families it writes into its messages. RFC 3261 §7.
///
/// Names and numbers of users are not kept.
public struct SIPMessage: Sendable {
    /// In capital letters as sent; nil for a response.
    public private(set) var method: String?
    /// 100 … 699; nil for a request.
    public private(set) var statusCode: UInt16?
    /// User-Agent of a client, else Server. RFC 3261 §20.41, §20.35.
    public private(set) var software: String?
    /// Of the hosts of all Via fields that are addresses. RFC 3261 §20.42.
    public private(set) var viaFamilies: Set<AddressFamily> = []
    /// Of the hosts of Contact fields that are addresses. RFC 3261 §20.10.
    public private(set) var contactFamilies: Set<AddressFamily> = []
    /// Of the connections in the SDP body: addresses that a translator does not see. RFC 8866 §5.7.
    public private(set) var sdpFamilies: Set<AddressFamily> = []
    /// The header has no end, or the body is shorter than the header says.
    public private(set) var isIncomplete = false

    private enum Limit {
        static let methodOctets = 16
        static let softwareOctets = 128
    }

    public var isResponse: Bool { statusCode != nil }

    /// Nil where the first line is none of SIP/2.0.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        guard var header = TextHeaderCursor(bytes, range) else { return nil }
        let line = header.startLine
        if SentText.starts(bytes, at: line.lower, end: line.upper, with: "SIP/2.0 ") {
            guard
                let status = SentText.number(bytes, ByteRange(line.lower + 8, min(line.lower + 11, line.upper))),
                (100...699).contains(status)
            else { return nil }
            statusCode = UInt16(status)
        } else {
            guard line.count > 8, SentText.starts(bytes, at: line.upper - 8, end: line.upper, with: " SIP/2.0"),
                let space = SentText.position(
                    bytes, from: line.lower, to: min(line.upper, line.lower + Limit.methodOctets + 1),
                    where: { !(0x41...0x5a).contains($0) }),
                space > line.lower, bytes.field(at: space, as: UInt8.self) == 0x20
            else { return nil }
            method = String(sent: bytes.octets(at: line.lower, count: space - line.lower))
        }
        var bodyLength: Int?
        while let field = header.next(bytes) { read(bytes, field, &bodyLength) }
        sdpFamilies = SessionDescription.families(bytes, header.body)
        isIncomplete = !header.isComplete || header.body.count < bodyLength ?? 0
    }

    private mutating func read(
        _ bytes: borrowing RawSpan, _ field: TextHeaderCursor.Field, _ bodyLength: inout Int?
    ) {
        func isNamed(_ name: String) -> Bool { SentText.equals(bytes, field.name, name) }
        if isNamed("User-Agent") || (isNamed("Server") && software == nil) {
            software = SentText.text(bytes, field.value, limit: Limit.softwareOctets)
        } else if isNamed("Via") || isNamed("v") {
            readVia(bytes, field.value)
        } else if isNamed("Contact") || isNamed("m") {
            let (start, end) = (field.value.lower, field.value.upper)
            guard let scheme = SentText.position(of: "sip", bytes, from: start, to: end),
                let colon = SentText.position(bytes, from: scheme, to: end, where: { $0 == 0x3a })
            else { return }
            let host = HostText(bytes, behindScheme: ByteRange(colon + 1, end))
            if let address = host?.address { contactFamilies.insert(address.family) }
        } else if isNamed("Content-Length") || isNamed("l") {
            bodyLength = SentText.number(bytes, field.value)
        }
    }

    /// `SIP/2.0/UDP host:port;parameters`.
    private mutating func readVia(_ bytes: borrowing RawSpan, _ value: ByteRange) {
        guard let space = SentText.position(bytes, from: value.lower, to: value.upper, where: SentText.isBlank) else {
            return
        }
        let sentBy = SentText.trimmed(bytes, ByteRange(space, value.upper))
        let host = HostText(bytes, behindScheme: sentBy)
        if let address = host?.address { viaFamilies.insert(address.family) }
    }
}
