public import NetworkTypes

/// An RTSP request or response. RFC 7826 §5, RFC 2326 §4 to §7.
public struct RTSPMessage: Sendable {
    /// As sent; nil for a response.
    public private(set) var method: String?
    /// 100 … 599; nil for a request.
    public private(set) var statusCode: UInt16?
    /// Server, else User-Agent. RFC 7826 §18.47, §18.53.
    public private(set) var software: String?
    /// The host of the request's URL where it is an address.
    public private(set) var urlAddress: IPAddress?
    /// Of the addresses in a Transport field. RFC 2326 §12.39, RFC 7826 §18.54.
    public private(set) var transportFamilies: Set<AddressFamily> = []
    /// Of the connections in an SDP body.
    public private(set) var sdpFamilies: Set<AddressFamily> = []
    /// The header has no end, or the body is shorter than the header says.
    public private(set) var isIncomplete = false

    private enum Limit {
        static let methodOctets = 16
        static let softwareOctets = 128
        static let transportParameters = 32
    }

    /// The parameters of Transport that hold addresses.
    private static let addressParameters = ["destination=", "source=", "dest_addr=", "src_addr="]

    public var isResponse: Bool { statusCode != nil }

    /// Nil where the first line is none of RTSP.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        guard var header = TextHeaderCursor(bytes, range) else { return nil }
        let line = header.startLine
        if SentText.starts(bytes, at: line.lower, end: line.upper, with: "RTSP/") {
            let start = line.lower + 9  // "RTSP/1.0 "
            guard let status = SentText.number(bytes, ByteRange(start, min(start + 3, line.upper))),
                (100...599).contains(status)
            else { return nil }
            statusCode = UInt16(status)
        } else {
            let protocolStart = line.upper - 9  // " RTSP/1.0"
            guard line.count > 9, SentText.starts(bytes, at: protocolStart, end: line.upper, with: " RTSP/"),
                let space = SentText.position(
                    bytes, from: line.lower, to: min(line.upper, line.lower + Limit.methodOctets + 1),
                    where: { !(0x41...0x5a).contains($0) && $0 != 0x5f }),
                space > line.lower, bytes.field(at: space, as: UInt8.self) == 0x20
            else { return nil }
            method = String(sent: bytes.octets(at: line.lower, count: space - line.lower))
            urlAddress = HostText(bytes, url: ByteRange(space, protocolStart))?.address
        }
        var bodyLength: Int?
        while let field = header.next(bytes) { read(bytes, field, &bodyLength) }
        // Media may follow on the same connection.
        let body = ByteRange(header.body.lower, min(header.body.upper, header.body.lower + (bodyLength ?? 0)))
        sdpFamilies = SessionDescription.families(bytes, body)
        isIncomplete = !header.isComplete || body.count < bodyLength ?? 0
    }

    private mutating func read(
        _ bytes: borrowing RawSpan, _ field: TextHeaderCursor.Field, _ bodyLength: inout Int?
    ) {
        func isNamed(_ name: String) -> Bool { SentText.equals(bytes, field.name, name) }
        if isNamed("Server") || (isNamed("User-Agent") && software == nil) {
            software = SentText.text(bytes, field.value, limit: Limit.softwareOctets)
        } else if isNamed("Transport") {
            readTransport(bytes, field.value)
        } else if isNamed("Content-Length") {
            bodyLength = SentText.number(bytes, field.value)
        }
    }

    private mutating func readTransport(_ bytes: borrowing RawSpan, _ value: ByteRange) {
        var start = value.lower
        var count = 0
        while start < value.upper, count < Limit.transportParameters {
            count += 1
            let end =
                SentText.position(bytes, from: start, to: value.upper, where: { $0 == 0x3b || $0 == 0x2c })
                ?? value.upper
            for word in Self.addressParameters where SentText.starts(bytes, at: start, end: end, with: word) {
                let host = HostText(bytes, authority: ByteRange(start + word.utf8.count, end))
                if let address = host?.address { transportFamilies.insert(address.family) }
            }
            start = end + 1
        }
    }
}
