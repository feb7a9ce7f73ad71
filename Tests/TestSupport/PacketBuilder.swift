public import NetworkTypes

/// Writes packets into memory, layer inside layer, also wrong ones. Checksums stay zero: no decoder reads them.
public enum PacketBuilder {
    /// Big-endian.
    public static func integer<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }

    public static func address(_ address: IPv4Address) -> [UInt8] { integer(address.value) }
    public static func address(_ address: IPv6Address) -> [UInt8] { integer(address.high) + integer(address.low) }
    public static func address(_ address: MACAddress) -> [UInt8] { Array(integer(address.value).dropFirst(2)) }

    /// Pairs of hexadecimal digits; everything else is skipped.
    public static func hex(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

// MARK: Link

extension PacketBuilder {
    /// An 802.1Q or 802.1ad tag.
    public struct Tag: Sendable {
        public var type: EtherType
        /// With priority and drop bits, as on the wire.
        public var control: UInt16

        public init(_ identifier: UInt16, type: EtherType = .vlan, priority: UInt16 = 0) {
            self.type = type
            control = priority << 13 | identifier
        }
    }

    public static func ethernet(
        from source: MACAddress = MACAddress(value: 0x0200_0000_0001),
        to destination: MACAddress = MACAddress(value: 0x0200_0000_0002), tags: [Tag] = [], type: EtherType,
        _ payload: [UInt8]
    ) -> [UInt8] {
        var bytes = address(destination) + address(source)
        for tag in tags { bytes += integer(tag.type.rawValue) + integer(tag.control) }
        return bytes + integer(type.rawValue) + payload
    }

    /// LINKTYPE_LINUX_SLL.
    public static func linuxCooked(
        from source: MACAddress = MACAddress(value: 0x0200_0000_0001), hardwareType: UInt16 = 1,
        addressLength: UInt16 = 6,
        type: EtherType, _ payload: [UInt8]
    ) -> [UInt8] {
        integer(UInt16(0)) + integer(hardwareType) + integer(addressLength) + address(source) + [0, 0]
            + integer(type.rawValue) + payload
    }

    /// LINKTYPE_LINUX_SLL2.
    public static func linuxCooked2(
        from source: MACAddress = MACAddress(value: 0x0200_0000_0001), interface: UInt32 = 2, hardwareType: UInt16 = 1,
        addressLength: UInt8 = 6, type: EtherType, _ payload: [UInt8]
    ) -> [UInt8] {
        integer(type.rawValue) + [0, 0] + integer(interface) + integer(hardwareType) + [0, addressLength]
            + address(source) + [0, 0] + payload
    }
}

// MARK: Network

extension PacketBuilder {
    public static func arp(
        operation: UInt16 = 1, senderMAC: MACAddress, sender: IPv4Address, targetMAC: MACAddress = .zero,
        target: IPv4Address
    ) -> [UInt8] {
        integer(UInt16(1)) + integer(EtherType.ipv4.rawValue) + [6, 4] + integer(operation) + address(senderMAC)
            + address(sender) + address(targetMAC) + address(target)
    }

    /// The total length is that of the payload unless given; `fragment` holds flags and offset as on the wire.
    public static func ipv4(
        from source: IPv4Address, to destination: IPv4Address, protocol upper: IPProtocol, timeToLive: UInt8 = 64,
        identification: UInt16 = 0, fragment: UInt16 = 0, options: [UInt8] = [], totalLength: UInt16? = nil,
        _ payload: [UInt8]
    ) -> [UInt8] {
        let headerLength = 20 + options.count
        var bytes: [UInt8] = [0x40 | UInt8(headerLength / 4), 0]
        bytes += integer(totalLength ?? UInt16(headerLength + payload.count)) + integer(identification)
        bytes += integer(fragment)
        bytes += [timeToLive, upper.rawValue, 0, 0] + address(source) + address(destination)
        return bytes + options + payload
    }

    /// The payload length is that of the payload unless given.
    public static func ipv6(
        from source: IPv6Address, to destination: IPv6Address, next: IPProtocol, hopLimit: UInt8 = 64,
        payloadLength: UInt16? = nil, _ payload: [UInt8]
    ) -> [UInt8] {
        var bytes: [UInt8] = [0x60, 0, 0, 0] + integer(payloadLength ?? UInt16(payload.count))
        bytes += [next.rawValue, hopLimit] + address(source) + address(destination)
        return bytes + payload
    }

    /// An extension header in the common form, padded to `units` times eight bytes. RFC 8200 §4.2, §4.3.
    public static func extensionHeader(next: IPProtocol, units: UInt8 = 1, _ payload: [UInt8]) -> [UInt8] {
        [next.rawValue, units - 1] + [UInt8](repeating: 0, count: Int(units) * 8 - 2) + payload
    }

    /// `offset` in bytes, a multiple of eight. RFC 8200 §4.5.
    public static func fragmentHeader(
        next: IPProtocol, offset: UInt16, moreFragments: Bool, identification: UInt32 = 1, _ payload: [UInt8]
    ) -> [UInt8] {
        [next.rawValue, 0] + integer(offset | (moreFragments ? 1 : 0)) + integer(identification) + payload
    }
}

// MARK: Transport

extension PacketBuilder {
    public static func udp(from source: UInt16, to destination: UInt16, length: UInt16? = nil, _ payload: [UInt8])
        -> [UInt8]
    {
        integer(source) + integer(destination) + integer(length ?? UInt16(8 + payload.count)) + [0, 0] + payload
    }

    /// `options` must be a multiple of four bytes.
    public static func tcp(
        from source: UInt16, to destination: UInt16, flags: UInt8, sequence: UInt32 = 0, options: [UInt8] = [],
        _ payload: [UInt8] = []
    ) -> [UInt8] {
        var bytes = integer(source) + integer(destination) + integer(sequence) + [0, 0, 0, 0]
        bytes += [UInt8((20 + options.count) / 4) << 4, flags] + integer(UInt16(0xffff)) + [0, 0, 0, 0]
        return bytes + options + payload
    }

    /// `body` begins behind the checksum.
    public static func icmpv6(type: UInt8, code: UInt8 = 0, _ body: [UInt8]) -> [UInt8] { [type, code, 0, 0] + body }

    /// A Neighbour Discovery option, padded to a multiple of eight bytes. RFC 4861 §4.6.
    public static func neighborOption(_ type: UInt8, _ value: [UInt8]) -> [UInt8] {
        let padding = (8 - (value.count + 2) % 8) % 8
        return [type, UInt8((value.count + 2 + padding) / 8)] + value + [UInt8](repeating: 0, count: padding)
    }

    /// GRE of version 0; `fields` are the optional fields that the flags announce. RFC 2784 §2.
    public static func gre(flags: UInt16 = 0, fields: [UInt8] = [], type: EtherType, _ payload: [UInt8]) -> [UInt8] {
        integer(flags) + integer(type.rawValue) + fields + payload
    }
}
