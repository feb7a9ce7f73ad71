import NetworkTypes
import PacketDecode
import TestSupport

/// Addresses of the documentation ranges, and frames made of them.
enum Sample {
    static let mac = MACAddress(value: 0x0200_5e00_5301)
    static let otherMAC = MACAddress(value: 0x0200_5e00_5302)
    static let v4 = IPv4Address(value: 0xc000_020a)
    static let otherV4 = IPv4Address(value: 0xc633_6414)
    static let v6 = IPv6Address(high: 0x2001_0db8_0000_0001, low: 0x10)
    static let otherV6 = IPv6Address(high: 0x2001_0db8_0000_0002, low: 0x53)
    static let linkLocal = IPv6Address(high: 0xfe80_0000_0000_0000, low: 0x0000_5eff_fe00_5301)
    static let allNodes = IPv6Address(high: 0xff02_0000_0000_0000, low: 1)

    static func frame4(_ upper: IPProtocol, _ payload: [UInt8]) -> [UInt8] {
        PacketBuilder.ethernet(
            from: mac, to: otherMAC, type: .ipv4, PacketBuilder.ipv4(from: v4, to: otherV4, protocol: upper, payload))
    }

    static func frame6(_ next: IPProtocol, _ payload: [UInt8]) -> [UInt8] {
        PacketBuilder.ethernet(
            from: mac, to: otherMAC, type: .ipv6, PacketBuilder.ipv6(from: v6, to: otherV6, next: next, payload))
    }

    static let udp = PacketBuilder.udp(from: 50_000, to: 53, [1, 2, 3, 4])
}

func decode(_ frame: [UInt8], as linkType: LinkType = .ethernet) -> FrameRecord {
    var record = FrameRecord()
    FrameDecoder.decode(frame.span.bytes, linkType: linkType, into: &record)
    return record
}

extension [UInt8] {
    var whole: ByteRange { ByteRange(start: 0, end: count) }
}
