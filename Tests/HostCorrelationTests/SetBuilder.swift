import NetworkTypes
import PacketDecode
import Testing

@testable import TrafficObservation

/// Writes observation sets row by row; frame numbers count up by themselves.
struct SetBuilder {
    var set = ObservationSet()
    private var frame: UInt64 = 0

    init(captures: Int = 1) {
        for number in 0..<captures {
            set.captures.append(CaptureObservation(path: "captures/office-\(number).pcap", format: "pcap"))
        }
    }

    /// The next proof, at a second of the capture's clock.
    mutating func proof(_ link: Int, at second: Int64 = 0) -> Proof {
        frame += 1
        let time = CaptureTime(seconds: second)
        if time > set.links[link].lastSeen { set.links[link].lastSeen = time }
        return Proof(capture: set.links[link].key.capture, frame: frame, time: time)
    }

    @discardableResult
    mutating func link(
        capture: UInt32 = 0, interface: UInt32 = 0, cooked: UInt32 = 0, vlan: UInt16 = FrameRecord.noVLAN,
        innerVLAN: UInt16 = FrameRecord.noVLAN, isOverlay: Bool = false
    ) -> Int {
        let key = LinkKey(
            capture: capture, interface: interface, cookedInterface: cooked, outerVLAN: vlan, innerVLAN: innerVLAN,
            isOverlay: isOverlay)
        set.links.append(LinkObservation(key: key, time: CaptureTime(seconds: 0)))
        return set.links.count - 1
    }

    mutating func change(link: Int, _ body: (inout LinkObservation) -> Void) { body(&set.links[link]) }

    mutating func bind(
        _ address: String, to mac: String, by evidence: BindingEvidence, on link: Int = 0, at second: Int64 = 0,
        withoutOverride: Bool = false
    ) throws {
        let proof = proof(link, at: second)
        let row = BindingRow(
            link: link, mac: try #require(MACAddress(mac)), address: try #require(IPAddress(address)),
            evidence: evidence,
            sighting: Sighting(proof), withoutOverride: withoutOverride)
        let known = set.bindings.firstIndex {
            $0.link == link && $0.mac == row.mac && $0.address == row.address && $0.evidence == evidence
        }
        if let known { set.bindings[known].sighting.add(proof) } else { set.bindings.append(row) }
    }

    mutating func source(
        _ address: String, from mac: MACAddress, on link: Int = 0, bytes: UInt32 = 100, hopLimit: UInt8 = 0
    ) throws {
        let proof = proof(link)
        var row = SourceRow(
            link: link, mac: mac, address: try #require(IPAddress(address)), sighting: Sighting(proof))
        row.traffic.add(bytes: bytes)
        row.largestHopLimit = hopLimit
        set.sources.append(row)
        for (number, known) in set.macs.enumerated() where known.mac == mac && known.link == link {
            let isBound = set.bindings.contains { $0.mac == mac && $0.link == link && $0.address == row.address }
            if !isBound { set.macs[number].unboundSources.insert(row.address) }
        }
    }

    mutating func mac(_ mac: String, on link: Int = 0, at second: Int64 = 0, _ body: (inout MACRow) -> Void = { _ in })
        throws
    {
        let proof = proof(link, at: second)
        var row = MACRow(link: link, mac: try #require(MACAddress(mac)), proof: proof)
        body(&row)
        set.macs.append(row)
    }

    mutating func dhcpServer(_ address: String, gateways: [String], on link: Int = 0) throws {
        var row = DHCPServerRow(
            link: link, mac: .zero, address: try #require(IPAddress(address)), sighting: Sighting(proof(link)))
        row.gateways = Set(gateways.compactMap { IPv4Address($0) })
        set.dhcpServers.append(row)
    }

    mutating func name(
        _ name: String, of mac: String, by source: NameSource, on link: Int = 0, at second: Int64 = 0
    ) throws {
        let proof = proof(link, at: second)
        set.hostNames.append(
            HostNameRow(
                link: link, mac: try #require(MACAddress(mac)), name: name, source: source, sighting: Sighting(proof)))
    }

    /// An RA with one on-link prefix of 64 bits.
    mutating func router(_ source: String, mac: String, prefix: String, on link: Int = 0, lifetime: UInt16 = 1800)
        throws
    {
        let prefix = try #require(IPPrefix(prefix))
        var bytes: [UInt8] = [134, 0, 0, 0, 64, 0, UInt8(lifetime >> 8), UInt8(lifetime & 255)]
        bytes += [UInt8](repeating: 0, count: 8) + [3, 4, 64, 0xc0] + [UInt8](repeating: 0x7f, count: 8)
        bytes += [0, 0, 0, 0]
        for word in [prefix.address.high, prefix.address.low] {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        // The macro cannot take a span, so it gets the value.
        let read = RouterAdvertisement(
            bytes.span.bytes, ByteRange(start: 0, end: bytes.count), declaredLength: UInt32(bytes.count))
        let message = try #require(read)
        let proof = proof(link)
        var row = RouterRow(
            link: link, mac: try #require(MACAddress(mac)), source: try #require(IPv6Address(source)),
            sighting: Sighting(proof), latest: message, latestTime: proof.time)
        for entry in message.prefixes { row.prefixes[entry.prefix] = entry }
        row.hasPositiveLifetime = lifetime > 0
        set.routers.append(row)
    }
}
