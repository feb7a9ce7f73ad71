public import NetworkTypes

/// ICMPv6 types that decoding knows. RFC 4443, RFC 4861, RFC 2710, RFC 9777.
public enum ICMPv6Type {
    public static let echoRequest: UInt8 = 128
    public static let multicastListenerQuery: UInt8 = 130
    public static let multicastListenerReport: UInt8 = 131
    public static let multicastListenerDone: UInt8 = 132
    public static let routerSolicitation: UInt8 = 133
    public static let routerAdvertisement: UInt8 = 134
    public static let neighborSolicitation: UInt8 = 135
    public static let neighborAdvertisement: UInt8 = 136
    public static let redirect: UInt8 = 137
    public static let multicastListenerReportV2: UInt8 = 143
}

/// A Neighbour Solicitation, Advertisement, Redirect or Router Solicitation, with the options that identify. RFC 4861 §4.
public struct NeighborDiscoveryMessage: Sendable, BitwiseCopyable {
    public private(set) var type: UInt8 = 0
    /// The target of NS, NA and Redirect; `::` for RS.
    public private(set) var target = IPv6Address.unspecified
    /// The R flag of an NA.
    public private(set) var isRouter = false
    /// The S flag of an NA.
    public private(set) var isSolicited = false
    /// The O flag of an NA.
    public private(set) var overrides = false
    public private(set) var sourceLinkLayer: MACAddress?
    public private(set) var targetLinkLayer: MACAddress?
    /// The first six bytes of a Nonce option. RFC 3971 §5.3.2, RFC 7527 §4.
    public private(set) var nonce: UInt64?
    /// An option of length zero or beyond the end: what came before it stands.
    public private(set) var hasBadOption = false

    /// Nil when the fixed part is cut, or the type is another.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        type = bytes.field(at: start)
        let fixedLength: Int
        switch type {
        case ICMPv6Type.routerSolicitation: fixedLength = 8
        case ICMPv6Type.neighborSolicitation, ICMPv6Type.neighborAdvertisement: fixedLength = 24
        case ICMPv6Type.redirect: fixedLength = 40
        default: return nil
        }
        guard range.count >= fixedLength else { return nil }
        if fixedLength >= 24 { target = bytes.ipv6(at: start + 8) }
        if type == ICMPv6Type.neighborAdvertisement {
            let flags = bytes.field(at: start + 4, as: UInt8.self)
            isRouter = flags & 0x80 != 0
            isSolicited = flags & 0x40 != 0
            overrides = flags & 0x20 != 0
        }
        var cursor = NeighborOptionCursor(from: start + fixedLength, to: range.upper)
        while let option = cursor.next(bytes) {
            switch option.type {
            case 1 where option.length == 8: sourceLinkLayer = bytes.mac(at: option.offset + 2)
            case 2 where option.length == 8: targetLinkLayer = bytes.mac(at: option.offset + 2)
            case 14 where option.length >= 8: nonce = bytes.mac(at: option.offset + 2).value
            default: break
            }
        }
        hasBadOption = cursor.failed
    }
}

/// Walks the options of a Neighbour Discovery message; stops for good at the first bad one. RFC 4861 §4.6.
struct NeighborOptionCursor {
    struct Option {
        let type: UInt8
        let offset: Int
        /// With its two-byte head, in bytes.
        let length: Int
    }

    private var offset: Int
    private let end: Int
    private(set) var failed = false

    init(from offset: Int, to end: Int) {
        self.offset = offset
        self.end = end
    }

    mutating func next(_ bytes: borrowing RawSpan) -> Option? {
        guard !failed, offset < end else { return nil }
        let length = Int(bytes.field(at: offset + 1, as: UInt8.self)) * 8
        guard length > 0, offset + length <= end else {  // zero would loop for ever
            failed = true
            return nil
        }
        let option = Option(type: bytes.field(at: offset), offset: offset, length: length)
        offset += length
        return option
    }
}
