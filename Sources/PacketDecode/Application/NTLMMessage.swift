/// What a message of NTLM says about machines; the user's name, and the domain that is part of it, are never read.
/// MS-NLMP §2.2.1.
public struct NTLMMessage: Sendable, Hashable {
    /// 1 NEGOTIATE, 2 CHALLENGE, 3 AUTHENTICATE.
    public let type: UInt8
    /// Of a CHALLENGE, all of these: the server and its domain, as sent. MS-NLMP §2.2.2.1.
    public private(set) var serverNetBIOSName: String?
    public private(set) var serverNetBIOSDomain: String?
    public private(set) var serverDNSName: String?
    public private(set) var serverDNSDomain: String?
    /// Of an AUTHENTICATE: the client's machine, as sent.
    public private(set) var workstation: String?
    /// The message was cut or is malformed, or a limit was met: names may be missing.
    public private(set) var isIncomplete = false

    private enum Limit {
        /// Searched for a message.
        static let search = 4096
        static let attributes = 32
        /// In octets: 255 characters.
        static let name = 510
        /// A message in base64, with all its answers to the challenge.
        static let encoded = 8192
    }

    private enum Field {
        static let type = 8
        static let challengeInfo = 40
        static let challengeFixed = 48
        static let workstation = 44
        static let authenticateFixed = 64
        static let authenticateFlags = 60
    }

    /// Nil where the range does not begin with a message of NTLM, or that is cut before its names.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        let number = bytes.littleField(at: start + Field.type, as: UInt32.self)
        guard end - start >= 12, bytes.hasPrefix("NTLMSSP\0", at: start), (1...3).contains(number) else { return nil }
        type = UInt8(number)
        switch type {
        case 2: isIncomplete = !readTargetInfo(bytes, start: start, end: end)
        case 3: isIncomplete = !readWorkstation(bytes, start: start, end: end)
        default: break
        }
    }

    /// The first message in the first 4 KiB of a range, as it is or in base64, as HTTP sends it. RFC 4559 §4.
    public static func find(_ bytes: borrowing RawSpan, _ range: ByteRange) -> NTLMMessage? {
        let end = min(range.upper, bytes.byteCount)
        let last = min(end, range.lower + Limit.search)
        if let place = bytes.firstPlace(of: "NTLMSSP\0", from: range.lower, to: last) {
            return NTLMMessage(bytes, ByteRange(place, end))
        }
        guard let place = bytes.firstPlace(of: "TlRMTVNTUA", from: range.lower, to: last) else { return nil }
        let decoded = base64(bytes.octets(at: place, count: min(end - place, Limit.encoded)))
        return unsafe NTLMMessage(decoded.span.bytes, ByteRange(0, decoded.count))  // octets have no padding
    }

    /// The same in the answer of a server of DCE/RPC to a client's bind or alteration; nil for other data. C706 §12.6.4.
    public static func findInBindAnswer(_ bytes: borrowing RawSpan, _ range: ByteRange) -> NTLMMessage? {
        let start = range.lower
        let kind: UInt8 = bytes.field(at: start + 2)
        guard range.count >= 16, bytes.field(at: start, as: UInt8.self) == 5,
            bytes.field(at: start + 1, as: UInt8.self) <= 1, kind == 12 || kind == 15
        else { return nil }
        return find(bytes, range)
    }

    /// A field's place: length, room, offset from the message. MS-NLMP §2.2.1.2.
    private static func place(
        _ bytes: borrowing RawSpan, field: Int, start: Int, end: Int
    ) -> (offset: Int, count: Int, isWhole: Bool) {
        let count = Int(bytes.littleField(at: start + field, as: UInt16.self))
        let offset = start + Int(bytes.littleField(at: start + field + 4, as: UInt32.self))
        return (min(offset, end), min(count, max(end - offset, 0)), offset + count <= end)
    }

    private mutating func readTargetInfo(_ bytes: borrowing RawSpan, start: Int, end: Int) -> Bool {
        guard end - start >= Field.challengeFixed else { return false }
        let info = Self.place(bytes, field: Field.challengeInfo, start: start, end: end)
        guard info.count > 0 else { return info.isWhole }
        var offset = info.offset
        let infoEnd = info.offset + info.count
        for _ in 0..<Limit.attributes {
            guard offset + 4 <= infoEnd else { return false }
            let identifier: UInt16 = bytes.littleField(at: offset)
            let count = Int(bytes.littleField(at: offset + 2, as: UInt16.self))
            guard identifier != 0 else { return true }
            guard offset + 4 + count <= infoEnd else { return false }
            let text = bytes.littleText(at: offset + 4, count: count, upTo: Limit.name)
            switch identifier {
            case 1: serverNetBIOSName = text
            case 2: serverNetBIOSDomain = text
            case 3: serverDNSName = text
            case 4: serverDNSDomain = text
            default: break
            }
            offset += 4 + count
        }
        return false
    }

    private mutating func readWorkstation(_ bytes: borrowing RawSpan, start: Int, end: Int) -> Bool {
        guard end - start >= Field.authenticateFixed else { return false }
        let name = Self.place(bytes, field: Field.workstation, start: start, end: end)
        guard name.isWhole else { return false }
        // Unicode, or the code page of the client. MS-NLMP §2.2.2.5.
        if bytes.littleField(at: start + Field.authenticateFlags, as: UInt32.self) & 1 != 0 {
            workstation = bytes.littleText(at: name.offset, count: name.count, upTo: Limit.name)
        } else {
            workstation = String(sent: bytes.octets(at: name.offset, count: min(name.count, Limit.name)))
        }
        return true
    }

    /// Up to the first character that is none of the alphabet. RFC 4648 §4.
    private static func base64(_ text: [UInt8]) -> [UInt8] {
        var octets: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for character in text {
            let value: UInt8
            switch character {
            case 0x41...0x5a: value = character - 0x41
            case 0x61...0x7a: value = character - 0x61 + 26
            case 0x30...0x39: value = character - 0x30 + 52
            case 0x2b: value = 62
            case 0x2f: value = 63
            default: return octets
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            octets.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return octets
    }
}
