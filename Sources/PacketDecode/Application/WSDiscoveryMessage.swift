public import NetworkTypes

/// A message of WS-Discovery: printers, scanners, cameras and Windows computers. WS-Discovery 1.1 §4 to §6.
///
/// Found by looking for the names of elements; the XML is not parsed.
public struct WSDiscoveryMessage: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case hello = "Hello"
        case bye = "Bye"
        case probe = "Probe"
        case probeMatches = "ProbeMatches"
        case resolve = "Resolve"
        case resolveMatches = "ResolveMatches"
    }

    public struct Roles: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let printer = Roles(rawValue: 1)
        public static let scanner = Roles(rawValue: 2)
        /// An ONVIF camera or recorder.
        public static let camera = Roles(rawValue: 4)
        public static let computer = Roles(rawValue: 8)
    }

    public let kind: Kind
    /// Without namespace prefixes: `PrintDeviceType`, `NetworkVideoTransmitter`, `Computer`; at most 16.
    public private(set) var types: [String] = []
    /// Of the first endpoint, in lower case.
    public private(set) var uuid: String?
    /// The hosts of XAddrs that are addresses; at most 16.
    public private(set) var addresses: [IPAddress] = []
    /// The envelope has no end.
    public private(set) var isIncomplete: Bool

    private enum Limit {
        static let words = 16
        static let wordOctets = 64
        static let actionOctets = 256
    }

    /// A device speaks of itself; in a probe, the types are those asked for.
    public var isAnnouncement: Bool { kind == .hello || kind == .probeMatches || kind == .resolveMatches }

    public var roles: Roles {
        var roles: Roles = []
        for type in types {
            switch type {
            case "PrintDeviceType", "PrinterServiceType": roles.insert(.printer)
            case "ScanDeviceType", "ScannerServiceType": roles.insert(.scanner)
            case "NetworkVideoTransmitter", "NetworkVideoDisplay", "NetworkVideoStorage": roles.insert(.camera)
            case "Computer": roles.insert(.computer)
            default: break
            }
        }
        return roles
    }

    /// Nil where there is no envelope, or its action is none of discovery.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let end = min(range.upper, bytes.byteCount)
        guard SentText.position(of: "Envelope", bytes, from: range.lower, to: end) != nil,
            let action = Self.element("Action", bytes, from: range.lower, to: end),
            action.count <= Limit.actionOctets,
            SentText.position(of: "discovery", bytes, from: action.lower, to: action.upper) != nil,
            let kind = Kind.allCases.first(where: {
                SentText.starts(
                    bytes, at: action.upper - $0.rawValue.utf8.count - 1, end: action.upper, with: "/" + $0.rawValue)
            })
        else { return nil }
        self.kind = kind
        isIncomplete = SentText.position(of: "Envelope>", bytes, from: action.upper, to: end) == nil
        if let reference = SentText.position(of: "EndpointReference", bytes, from: action.upper, to: end),
            let address = Self.element("Address", bytes, from: reference, to: end)
        {
            uuid = DeviceUUID.read(bytes, address)
        }
        if let value = Self.element("Types", bytes, from: action.upper, to: end) { readTypes(bytes, value) }
        if let value = Self.element("XAddrs", bytes, from: action.upper, to: end) { readAddresses(bytes, value) }
    }

    /// The text of the first element of this name, whatever its prefix; nil where it is cut.
    private static func element(
        _ name: String, _ bytes: borrowing RawSpan, from start: Int, to end: Int
    ) -> ByteRange? {
        var offset = start
        while let found = SentText.position(of: name, bytes, from: offset, to: end) {
            offset = found + name.utf8.count
            let before: UInt8 = found > start ? bytes.field(at: found - 1) : 0
            let after: UInt8 = bytes.field(at: offset)
            guard before == 0x3a || before == 0x3c, after == 0x3e || SentText.isBlank(after) else { continue }
            guard let close = SentText.position(bytes, from: offset, to: end, where: { $0 == 0x3e }),
                let next = SentText.position(bytes, from: close, to: end, where: { $0 == 0x3c })
            else { return nil }
            return SentText.trimmed(bytes, ByteRange(close + 1, next))
        }
        return nil
    }

    private static func words(_ bytes: borrowing RawSpan, _ range: ByteRange) -> [ByteRange] {
        var words: [ByteRange] = []
        var start = range.lower
        while words.count < Limit.words,
            let first = SentText.position(bytes, from: start, to: range.upper, where: { !SentText.isBlank($0) })
        {
            start = SentText.position(bytes, from: first, to: range.upper, where: SentText.isBlank) ?? range.upper
            words.append(ByteRange(first, start))
        }
        return words
    }

    private mutating func readTypes(_ bytes: borrowing RawSpan, _ value: ByteRange) {
        for word in Self.words(bytes, value) {
            let colon = SentText.position(bytes, from: word.lower, to: word.upper, where: { $0 == 0x3a })
            let name = ByteRange(colon.map { $0 + 1 } ?? word.lower, word.upper)
            if let text = SentText.text(bytes, name, limit: Limit.wordOctets) { types.append(text) }
        }
    }

    private mutating func readAddresses(_ bytes: borrowing RawSpan, _ value: ByteRange) {
        for word in Self.words(bytes, value) {
            if let address = HostText(bytes, url: word)?.address { addresses.append(address) }
        }
    }
}
