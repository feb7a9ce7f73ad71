public import NetworkTypes

/// A Bridge Protocol Data Unit of STP, RSTP or MSTP: who sends and who is the root. IEEE 802.1D-2004 §9.3.
public struct BridgeProtocolMessage: Hashable, Sendable {
    /// IEEE 802.1D-2004 §9.2.5.
    public struct BridgeIdentifier: Hashable, Sendable {
        /// In steps of 4096; the lowest becomes the root.
        public let priority: UInt16
        /// Twelve bits, often the VLAN. IEEE 802.1D-2004 §9.2.5.
        public let systemExtension: UInt16
        public let mac: MACAddress
    }

    /// 0 STP, 2 RSTP, 3 MSTP.
    public let version: UInt8
    /// 0 configuration, 2 rapid configuration, 0x80 topology change.
    public let type: UInt8
    /// Nil in a topology change notification.
    public private(set) var root: BridgeIdentifier?
    /// Nil in a topology change notification. In MSTP, it is the regional root.
    public private(set) var bridge: BridgeIdentifier?
    /// It ends inside the identifiers.
    public private(set) var isIncomplete = false

    private enum Field {
        static let version = 2
        static let type = 3
        static let root = 5
        static let bridge = 17
        static let end = 25
    }

    /// Nil where the head is cut, or protocol or type is another.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let count = min(range.upper, bytes.byteCount) - start
        version = bytes.field(at: start + Field.version)
        type = bytes.field(at: start + Field.type)
        guard count >= 4, bytes.field(at: start, as: UInt16.self) == 0 else { return nil }
        switch type {
        case 0x80: return
        case 0, 2: break
        default: return nil
        }
        isIncomplete = count < Field.end
        if count >= Field.root + 8 { root = Self.identifier(bytes, at: start + Field.root) }
        if !isIncomplete { bridge = Self.identifier(bytes, at: start + Field.bridge) }
    }

    private static func identifier(_ bytes: borrowing RawSpan, at offset: Int) -> BridgeIdentifier {
        let head: UInt16 = bytes.field(at: offset)
        return BridgeIdentifier(
            priority: head & 0xf000, systemExtension: head & 0x0fff, mac: bytes.mac(at: offset + 2))
    }
}
