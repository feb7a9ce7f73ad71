public import NetworkTypes

/// A message of Cisco's Hot Standby Router Protocol. RFC 2281 §5 (version 1); version 2 as the vendor describes it.
public struct HSRPMessage: Hashable, Sendable {
    /// 1 or 2.
    public let version: UInt8
    /// 0 hello, 1 coup, 2 resign. RFC 2281 §5.1.
    public let operation: UInt8
    /// RFC 2281 §5.1 in version 1 (16 active, 8 standby), 6 active and 5 standby in version 2.
    public let state: UInt8
    public let group: UInt16
    public let priority: UInt32
    /// Nil where the router has not learned it.
    public let virtualAddress: IPAddress?
    /// The router's own, of version 2.
    public let identifier: MACAddress?
    /// Behind the group state of version 2 something does not fit.
    public let isIncomplete: Bool

    /// The state of a group, in version 2.
    private static let groupState: UInt8 = 1
    private static let lengthV1 = 20
    private static let lengthV2 = 42

    public var isActive: Bool { state == (version == 1 ? 16 : 6) }

    /// Nil for advertisements of interface states, and where the group state is cut.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let count = min(range.upper, bytes.byteCount) - start
        let first: UInt8 = bytes.field(at: start)
        operation = bytes.field(at: start + (first == 0 ? 1 : 3))
        guard operation <= 2 else { return nil }
        if first == 0 {
            guard count >= Self.lengthV1 else { return nil }
            version = 1
            state = bytes.field(at: start + 2)
            priority = UInt32(bytes.field(at: start + 5, as: UInt8.self))
            group = UInt16(bytes.field(at: start + 6, as: UInt8.self))
            let address = bytes.ipv4(at: start + 16)
            virtualAddress = address == .unspecified ? nil : IPAddress(address)
            identifier = nil
            isIncomplete = false
            return
        }
        guard first == Self.groupState, count >= Self.lengthV2,
            bytes.field(at: start + 1, as: UInt8.self) >= Self.lengthV2 - 2,
            bytes.field(at: start + 2, as: UInt8.self) == 2
        else { return nil }
        version = 2
        state = bytes.field(at: start + 4)
        group = bytes.field(at: start + 6)
        identifier = bytes.mac(at: start + 8)
        priority = bytes.field(at: start + 14)
        switch bytes.field(at: start + 5, as: UInt8.self) {
        case 4:
            let address = bytes.ipv4(at: start + 26)
            virtualAddress = address == .unspecified ? nil : IPAddress(address)
        case 6:
            let address = bytes.ipv6(at: start + 26)
            virtualAddress = address == .unspecified ? nil : IPAddress(address)
        default: virtualAddress = nil
        }
        // Authentication may follow.
        let next = 2 + Int(bytes.field(at: start + 1, as: UInt8.self))
        isIncomplete = next < count && next + 2 + Int(bytes.field(at: start + next + 1, as: UInt8.self)) > count
    }
}
