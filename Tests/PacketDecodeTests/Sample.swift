import NetworkTypes
import PacketDecode
import TestSupport
import Testing

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

    /// Packets to stand inside something.
    static let packet4 = PacketBuilder.ipv4(from: v4, to: otherV4, protocol: .udp, udp)
    static let packet6 = PacketBuilder.ipv6(from: v6, to: otherV6, next: .udp, udp)
    static let innerMAC = MACAddress(value: 0x0200_5e00_5311)
    static let otherInnerMAC = MACAddress(value: 0x0200_5e00_5312)
    /// A frame to stand inside a tunnel.
    static let innerFrame = PacketBuilder.ethernet(
        from: innerMAC, to: otherInnerMAC, tags: [PacketBuilder.Tag(77)], type: .ipv6, packet6)
    static let innerARP = PacketBuilder.ethernet(
        from: innerMAC, to: .broadcast, type: .arp,
        PacketBuilder.arp(senderMAC: innerMAC, sender: v4, target: otherV4))

    static func datagram4(from source: UInt16 = 50_000, to destination: UInt16, _ payload: [UInt8]) -> [UInt8] {
        frame4(.udp, PacketBuilder.udp(from: source, to: destination, payload))
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

/// Decodes every shorter prefix of a frame: each fact must be that of the whole frame, or not be there. Ports may also be
/// those of the outer header.
func expectNoWrongFacts(
    of frame: [UInt8], as linkType: LinkType = .ethernet, sourceLocation: SourceLocation = #_sourceLocation
) {
    let whole = decode(frame, as: linkType)
    let empty = FrameRecord()
    for length in 0..<frame.count {
        let part = decode(Array(frame.prefix(length)), as: linkType)
        func agrees<Value: Equatable>(_ path: KeyPath<FrameRecord, Value>) -> Bool {
            part[keyPath: path] == whole[keyPath: path] || part[keyPath: path] == empty[keyPath: path]
        }
        let facts = [
            agrees(\.linkSource), agrees(\.linkDestination), agrees(\.outerVLAN), agrees(\.innerVLAN),
            agrees(\.etherType), agrees(\.network), agrees(\.ip.source), agrees(\.ip.destination),
            agrees(\.innerIP.source), agrees(\.innerIP.destination), agrees(\.encapsulation), agrees(\.innerNetwork),
            agrees(\.innerLinkSource), agrees(\.innerLinkDestination), agrees(\.tunnelVLAN), agrees(\.pppoeSession),
            agrees(\.mplsLabelCount), agrees(\.mplsBottomLabel), agrees(\.arp.senderMAC), agrees(\.linkMessage),
            agrees(\.transport) || part.transport == whole.outerTransport,
            agrees(\.sourcePort) || part.sourcePort == whole.outerSourcePort,
            agrees(\.destinationPort) || part.destinationPort == whole.outerDestinationPort,
            Int(part.payload.end) <= length, Int(part.fragment.end) <= length,
        ]
        #expect(!facts.contains(false), "prefix of \(length) bytes: \(facts)", sourceLocation: sourceLocation)
    }
}
