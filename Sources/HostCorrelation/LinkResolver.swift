import NetworkTypes
import PacketDecode
import SiteModel
import TrafficObservation

/// Finds the segment of each observed link and joins the links of one segment.
struct LinkResolver {
    let set: ObservationSet
    let index: SiteIndex?
    /// The segment that the user named on the command line.
    let segment: String?
    let siteFolder: String

    struct Result {
        var links: [LinkRecord] = []
        var linkOfObserved: [Int] = []
        var ambiguous: UInt64 = 0
    }

    private struct Place {
        var segment: String?
        var vantage: CaptureAssignment.Vantage?
        var isAmbiguous = false
    }

    func resolve() -> Result {
        var places = set.links.map(declared)
        voteByPrefix(&places)
        var members: [LinkIdentifier: [Int]] = [:]
        for (observed, place) in places.enumerated() {
            members[place.segment ?? Self.identifier(set.links[observed].key), default: []].append(observed)
        }
        var result = Result(linkOfObserved: [Int](repeating: 0, count: set.links.count))
        for (id, observed) in members.sorted(by: { $0.key < $1.key }) {
            for link in observed { result.linkOfObserved[link] = result.links.count }
            result.links.append(record(id, observed, places))
        }
        result.ambiguous = UInt64(places.count { $0.isAmbiguous })
        return result
    }

    /// What the user says about a link. A tag that contradicts the segment's VLAN wins over the statement; what stands
    /// inside a tunnel was not meant.
    private func declared(_ link: LinkObservation) -> Place {
        guard !link.key.isOverlay else { return Place() }
        // The segment of a command line is that of its captures.
        if set.packetCaptures.map({ Int(link.key.capture) >= $0 }) ?? false { return Place() }
        let capture = Int(link.key.capture)
        let assignment = index.flatMap { index in
            set.captures.indices.contains(capture)
                ? index.site.captureAssignment(
                    path: set.captures[capture].path, interface: Int(link.key.interface), siteFolder: siteFolder) : nil
        }
        let named = segment ?? assignment?.segment
        return Place(
            segment: named.flatMap { allows($0, link.key) ? $0 : nil }, vantage: assignment?.vantage)
    }

    private func allows(_ segment: String, _ key: LinkKey) -> Bool {
        index?.segment(segment).map { Self.allows($0, key) } ?? true
    }

    /// An untagged link may be any segment: switches strip tags at their access and mirror ports.
    private static func allows(_ segment: Segment, _ key: LinkKey) -> Bool {
        guard let vlan = segment.vlan, key.outerVLAN != FrameRecord.noVLAN else { return true }
        return key.outerVLAN == vlan || key.innerVLAN == vlan
    }

    /// Each bound address and each advertised on-link prefix votes for the segment with the longest match.
    private func voteByPrefix(_ places: inout [Place]) {
        guard let index else { return }
        let open = places.map { $0.segment == nil }
        guard open.contains(true) else { return }
        var votes = [[String: Int]](repeating: [:], count: places.count)
        func vote(_ match: SegmentMatch, on link: Int) {
            let found: [Segment]
            switch match {
            case .none: return
            case .segment(let segment): found = [segment]
            case .ambiguous(let segments): found = segments
            }
            for segment in found where Self.allows(segment, set.links[link].key) {
                votes[link][segment.id, default: 0] += 1
            }
        }
        var seen: Set<LinkAddress> = []
        for row in set.bindings
        where open[row.link] && !row.address.isLinkLocal && row.evidence != .duplicateAddressDetection {
            if seen.insert(LinkAddress(link: Int32(row.link), address: row.address)).inserted {
                vote(index.segment(containing: row.address), on: row.link)
            }
        }
        var prefixes = [Set<IPPrefix>](repeating: [], count: places.count)
        for router in set.routers where open[router.link] {
            for prefix in router.prefixes.values where prefix.isOnLink { prefixes[router.link].insert(prefix.prefix) }
        }
        for link in places.indices where open[link] {
            for prefix in prefixes[link] { vote(index.segment(containing: prefix), on: link) }
            guard let most = votes[link].values.max() else { continue }
            let best = votes[link].filter { $0.value == most }
            places[link].isAmbiguous = best.count > 1
            if best.count == 1 { places[link].segment = best.first?.key }
        }
    }

    private func record(_ id: LinkIdentifier, _ members: [Int], _ places: [Place]) -> LinkRecord {
        let declared = members.filter { set.isDeclared(link: $0) }
        let observed = declared.isEmpty ? members : members.filter { !set.isDeclared(link: $0) }
        let onLink = observed.filter { places[$0].vantage != .routed }
        var senders: Set<MACAddress> = []
        for link in onLink { senders.formUnion(set.links[link].multicastIPv6Senders) }
        // A declared vantage on the link, and broadcasts of two hosts that prove it.
        let byVantage = onLink.filter {
            places[$0].vantage != nil && set.links[$0].broadcastARPSenders.count >= 2
        }
        let times = (observed.isEmpty ? declared : observed).map { (set.links[$0].firstSeen, set.links[$0].lastSeen) }
        return LinkRecord(
            id: id, segment: members.first.flatMap { places[$0].segment }, observed: observed,
            isRouted: onLink.isEmpty,
            isAmbiguous: members.contains { places[$0].isAmbiguous },
            ipv6Visible: !byVantage.isEmpty || !senders.isEmpty,
            firstSeen: times.map(\.0).min() ?? CaptureTime(nanoseconds: 0),
            lastSeen: times.map(\.1).max() ?? CaptureTime(nanoseconds: 0), multicastIPv6Senders: senders,
            firstMulticastIPv6: onLink.compactMap { set.links[$0].firstMulticastIPv6 }.min(),
            onLink: onLink, visibleByVantage: byVantage, declared: declared)
    }

    /// `CAPTURE.INTERFACE[.COOKED][~][/OUTER[.INNER]]`; the tilde stands for the inside of tunnels.
    static func identifier(_ key: LinkKey) -> LinkIdentifier {
        var text = "\(key.capture).\(key.interface)"
        if key.cookedInterface != 0 { text += ".\(key.cookedInterface)" }
        if key.isOverlay { text += "~" }
        if key.outerVLAN != FrameRecord.noVLAN { text += "/\(key.outerVLAN)" }
        if key.innerVLAN != FrameRecord.noVLAN { text += ".\(key.innerVLAN)" }
        return text
    }
}

/// An address on a link, observed or resolved.
struct LinkAddress: Hashable {
    let link: Int32
    let address: IPAddress
}
