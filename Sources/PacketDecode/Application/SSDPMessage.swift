public import NetworkTypes

/// A message of UPnP discovery: what a device is, and where it describes itself. UPnP Device Architecture 1.1 §1.
public struct SSDPMessage: Sendable {
    public enum Kind: Sendable { case notify, search, response }

    public let kind: Kind
    /// NT or ST, as sent: `upnp:rootdevice`, `ssdp:all`, `urn:…:device:MediaServer:1`. UDA 1.1 §1.2.2, §1.3.2.
    public private(set) var target: String?
    /// SERVER of a device; USER-AGENT of a searcher.
    public private(set) var software: String?
    /// Of USN, in lower case.
    public private(set) var uuid: String?
    /// The host of LOCATION where it is an address.
    public private(set) var locationAddress: IPAddress?
    /// NTS is `ssdp:byebye`.
    public private(set) var isFarewell = false
    /// The header has no end.
    public private(set) var isIncomplete = false

    private enum Limit {
        static let textOctets = 128
        static let uuidOctets = 68
    }

    /// The word behind `:device:` of the target, as `MediaServer`, `InternetGatewayDevice`, `Printer`.
    public var deviceType: String? { word(behind: "device") }
    /// The word behind `:service:` of the target, as `ContentDirectory`.
    public var serviceType: String? { word(behind: "service") }

    private func word(behind marker: String) -> String? {
        guard let parts = target?.split(separator: ":", omittingEmptySubsequences: false),
            let index = parts.firstIndex(where: { $0 == marker }), index + 1 < parts.count, !parts[index + 1].isEmpty
        else { return nil }
        return String(parts[index + 1])
    }

    /// Nil where the first line is none of the three.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        guard var header = TextHeaderCursor(bytes, range) else { return nil }
        let (start, end) = (header.startLine.lower, header.startLine.upper)
        if SentText.starts(bytes, at: start, end: end, with: "NOTIFY * HTTP/1.") {
            kind = .notify
        } else if SentText.starts(bytes, at: start, end: end, with: "M-SEARCH * HTTP/1.") {
            kind = .search
        } else if SentText.starts(bytes, at: start, end: end, with: "HTTP/1."),
            SentText.starts(bytes, at: start + 8, end: end, with: " 200")
        {
            kind = .response
        } else {
            return nil
        }
        while let field = header.next(bytes) { read(bytes, field) }
        isIncomplete = !header.isComplete
    }

    private mutating func read(_ bytes: borrowing RawSpan, _ field: TextHeaderCursor.Field) {
        func isNamed(_ name: String) -> Bool { SentText.equals(bytes, field.name, name) }
        if isNamed("NT") || isNamed("ST") {
            target = SentText.text(bytes, field.value, limit: Limit.textOctets)
        } else if isNamed("SERVER") || (isNamed("USER-AGENT") && software == nil) {
            software = SentText.text(bytes, field.value, limit: Limit.textOctets)
        } else if isNamed("USN") {
            uuid = DeviceUUID.read(bytes, field.value)
        } else if isNamed("LOCATION") {
            locationAddress = HostText(bytes, url: field.value)?.address
        } else if isNamed("NTS") {
            isFarewell = SentText.equals(bytes, field.value, "ssdp:byebye")
        }
    }
}

/// The identifier behind `uuid:`; not every device keeps to the form of RFC 9562.
enum DeviceUUID {
    private static let largestLength = 68

    /// In lower case; nil where there is none.
    static func read(_ bytes: borrowing RawSpan, _ range: ByteRange) -> String? {
        guard let marker = SentText.position(of: "uuid:", bytes, from: range.lower, to: range.upper) else { return nil }
        let start = marker + 5
        let end =
            SentText.position(
                bytes, from: start, to: min(range.upper, start + largestLength),
                where: { $0 == 0x3a || SentText.isBlank($0) }) ?? min(range.upper, start + largestLength)
        let octets = bytes.octets(at: start, count: end - start)
        return String(sent: octets.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 })
    }
}
