public import NetworkTypes

/// An SNMP message: its kind and what an agent says of itself. RFC 1157 §4, RFC 3416 §3, RFC 3412 §6, RFC 3414 §2.4.
///
/// Community strings, user names and values of other objects are not kept.
public struct SNMPMessage: Sendable {
    public enum Version: UInt8, Sendable { case v1 = 0, v2c = 1, v3 = 3 }

    /// The tag of a PDU. RFC 3416 §3.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let get = Kind(rawValue: 0xa0)
        public static let getNext = Kind(rawValue: 0xa1)
        public static let response = Kind(rawValue: 0xa2)
        public static let set = Kind(rawValue: 0xa3)
        public static let trapV1 = Kind(rawValue: 0xa4)
        public static let getBulk = Kind(rawValue: 0xa5)
        public static let inform = Kind(rawValue: 0xa6)
        public static let trap = Kind(rawValue: 0xa7)
        public static let report = Kind(rawValue: 0xa8)
    }

    public let version: Version
    /// Nil where the PDU is encrypted or cut off.
    public private(set) var kind: Kind?
    /// The scoped PDU of version 3 is encrypted. RFC 3412 §6.7.
    public private(set) var isEncrypted = false
    /// msgAuthoritativeEngineID of version 3; nil when empty, as in discovery. RFC 3414 §2.4, §4.
    ///
    /// It is the agent's, whoever speaks; only a trap's sender is its own authority.
    public private(set) var engineIdentifier: [UInt8]?
    /// agent-addr of a trap of version 1: an IPv4 address inside the message. RFC 1157 §4.1.6.
    public private(set) var agentAddress: IPv4Address?
    /// sysName.0 in a response, trap or report. RFC 3418 §2.
    public private(set) var systemName: String?
    /// sysDescr.0 in a response, trap or report. RFC 3418 §2.
    public private(set) var systemDescription: String?
    /// The message was cut or is malformed.
    public private(set) var isIncomplete = false

    private enum Limit {
        static let bindings = 64
        static let textOctets = 255
        /// RFC 3411 §5, SnmpEngineID.
        static let engineOctets = 5...32
    }

    /// 1.3.6.1.2.1.1.1.0 and 1.3.6.1.2.1.1.5.0 in BER.
    private static let systemObject: UInt64 = 0x2b06_0102_0101_0000
    private static let descriptionObject = systemObject | 0x0100
    private static let nameObject = systemObject | 0x0500

    /// The sender has an agent: it answers, or speaks of itself.
    public var isFromAgent: Bool {
        switch kind {
        case Kind.response, Kind.trap, Kind.trapV1, Kind.report: true
        default: false
        }
    }

    /// Nil where the beginning is not that of a message, or the version is not known.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        var outer = BERReader(ByteRange(range.lower, min(range.upper, bytes.byteCount)))
        guard let message = outer.next(bytes, tag: BERReader.Tag.sequence) else { return nil }
        isIncomplete = outer.isIncomplete
        var fields = BERReader(message.value)
        guard let number = fields.next(bytes, tag: BERReader.Tag.integer),
            let version = BERReader.number(bytes, number.value).flatMap({ UInt8(exactly: $0) })
                .flatMap(Version.init(rawValue:)),
            !fields.isIncomplete
        else { return nil }
        self.version = version
        // The community of versions 1 and 2; the global data of version 3.
        guard let head = fields.next(bytes) else {
            isIncomplete = true
            return
        }
        guard head.tag == (version == .v3 ? BERReader.Tag.sequence : BERReader.Tag.octetString) else { return nil }
        if version == .v3 { readVersion3(bytes, &fields) } else { readPDU(bytes, &fields) }
        if fields.isIncomplete { isIncomplete = true }
    }

    private mutating func readVersion3(_ bytes: borrowing RawSpan, _ fields: inout BERReader) {
        guard let security = fields.next(bytes, tag: BERReader.Tag.octetString) else {
            isIncomplete = true
            return
        }
        // Of the User-based Security Model; other models put nothing there.
        var wrapper = BERReader(security.value)
        if let parameters = wrapper.next(bytes, tag: BERReader.Tag.sequence) {
            var parts = BERReader(parameters.value)
            if let engine = parts.next(bytes, tag: BERReader.Tag.octetString), !parts.isIncomplete,
                Limit.engineOctets.contains(engine.value.count)
            {
                engineIdentifier = bytes.octets(at: engine.value.lower, count: engine.value.count)
            }
        }
        guard let scoped = fields.next(bytes) else {
            isIncomplete = true
            return
        }
        guard scoped.tag == BERReader.Tag.sequence else {
            isEncrypted = scoped.tag == BERReader.Tag.octetString
            return
        }
        var parts = BERReader(scoped.value)
        _ = parts.next(bytes)  // context engine
        _ = parts.next(bytes)  // context name
        readPDU(bytes, &parts)
    }

    private mutating func readPDU(_ bytes: borrowing RawSpan, _ fields: inout BERReader) {
        guard let pdu = fields.next(bytes) else {
            isIncomplete = true
            return
        }
        guard (Kind.get.rawValue...Kind.report.rawValue).contains(pdu.tag) else {
            isIncomplete = true
            return
        }
        kind = Kind(rawValue: pdu.tag)
        guard isFromAgent else { return }
        var parts = BERReader(pdu.value)
        // Request identifier, error status, error index; of a version 1 trap: enterprise, address, three numbers.
        for _ in 0..<(kind == .trapV1 ? 5 : 3) {
            guard let part = parts.next(bytes) else { break }
            // IpAddress. RFC 1155 §3.2.3.2.
            if kind == .trapV1, part.tag == 0x40, part.value.count == 4 {
                agentAddress = bytes.ipv4(at: part.value.lower)
            }
        }
        guard let list = parts.next(bytes, tag: BERReader.Tag.sequence) else {
            isIncomplete = true
            return
        }
        var bindings = BERReader(list.value)
        for _ in 0..<Limit.bindings {
            guard let binding = bindings.next(bytes) else { break }
            readBinding(bytes, binding.value)
        }
        if parts.isIncomplete || bindings.isIncomplete { isIncomplete = true }
    }

    private mutating func readBinding(_ bytes: borrowing RawSpan, _ binding: ByteRange) {
        var pair = BERReader(binding)
        guard let name = pair.next(bytes, tag: BERReader.Tag.objectIdentifier), name.value.count == 8,
            let value = pair.next(bytes, tag: BERReader.Tag.octetString), !pair.isIncomplete
        else { return }
        switch bytes.field(at: name.value.lower, as: UInt64.self) {
        case Self.descriptionObject:
            systemDescription = SentText.text(bytes, value.value, limit: Limit.textOctets)
        case Self.nameObject: systemName = SentText.text(bytes, value.value, limit: Limit.textOctets)
        default: break
        }
    }
}

/// What an engine identifier is made of. RFC 3411 §5, SnmpEngineID.
extension SNMPMessage {
    /// Behind the enterprise number the format stands: 1 IPv4, 2 IPv6, 3 MAC.
    private var engineBody: (format: UInt8, octets: ArraySlice<UInt8>)? {
        guard let engineIdentifier, engineIdentifier.count > 5, engineIdentifier[0] & 0x80 != 0 else { return nil }
        return (engineIdentifier[4], engineIdentifier.dropFirst(5))
    }

    /// The enterprise that made the engine. IANA enterprise numbers.
    public var engineEnterprise: UInt32? {
        guard let engineIdentifier, engineIdentifier.count >= 4 else { return nil }
        return engineIdentifier.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
    }

    /// An address of the engine's machine.
    public var engineMAC: MACAddress? {
        // Cisco puts an octet before the address.
        guard let body = engineBody, body.format == 3,
            body.octets.count == 6 || (body.octets.count == 7 && engineEnterprise == 9)
        else { return nil }
        return MACAddress(value: body.octets.suffix(6).reduce(0) { $0 << 8 | UInt64($1) })
    }

    public var engineAddress: IPAddress? {
        guard let body = engineBody else { return nil }
        switch (body.format, body.octets.count) {
        case (1, 4): return IPAddress(IPv4Address(value: body.octets.reduce(0) { $0 << 8 | UInt32($1) }))
        case (2, 16):
            let high = body.octets.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            return IPAddress(IPv6Address(high: high, low: body.octets.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }))
        default: return nil
        }
    }
}
