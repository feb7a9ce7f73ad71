public import NetworkTypes

/// Which segment an address or a prefix belongs to.
public enum SegmentMatch: Hashable, Sendable {
    case none
    case segment(Segment)
    /// Two or more segments match equally well; the link stays unresolved.
    case ambiguous([Segment])

    /// Nil: none or ambiguous.
    public var segment: Segment? {
        guard case .segment(let segment) = self else { return nil }
        return segment
    }
}

/// Fast look-ups into one site; built once.
public struct SiteIndex: Sendable {
    public let site: Site
    public let history: AgencyHistory
    /// `site.configuredHosts`.
    public let hosts: [ConfiguredHost]
    private let hostsByAddress: [IPAddress: [Int]]
    private let hostsByMAC: [MACAddress: [Int]]
    private let hostsByID: [String: Int]
    private let systemsByID: [String: Int]
    private let segmentsByID: [String: Int]
    private let segmentsByPrefix: [IPPrefix: [Int]]
    /// The prefix lengths in use, longest first.
    private let lengths: [AddressFamily: [UInt8]]

    public init(_ site: Site) {
        self.site = site
        history = AgencyHistory(agencies: site.agencies, successions: site.successions)
        hosts = site.configuredHosts
        var (byAddress, byMAC): ([IPAddress: [Int]], [MACAddress: [Int]]) = ([:], [:])
        for (index, host) in hosts.enumerated() {
            for address in Set(host.addresses) { byAddress[address, default: []].append(index) }
            for mac in Set(host.macs) { byMAC[mac, default: []].append(index) }
        }
        hostsByAddress = byAddress
        hostsByMAC = byMAC
        hostsByID = Self.positions(hosts, by: \.id)
        systemsByID = Self.positions(site.systems, by: \.id)
        segmentsByID = Self.positions(site.segments, by: \.id)
        var (byPrefix, lengths): ([IPPrefix: [Int]], [AddressFamily: Set<UInt8>]) = ([:], [:])
        for (index, segment) in site.segments.enumerated() {
            for prefix in Set(segment.prefixes) {
                byPrefix[prefix, default: []].append(index)
                lengths[prefix.family, default: []].insert(prefix.length)
            }
        }
        segmentsByPrefix = byPrefix
        self.lengths = lengths.mapValues { $0.sorted(by: >) }
    }

    private static func positions<Value>(_ values: [Value], by key: (Value) -> String) -> [String: Int] {
        Dictionary(values.enumerated().map { (key($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func agency(_ id: String) -> Agency? { history[id] }
    public func segment(_ id: String) -> Segment? { segmentsByID[id].map { site.segments[$0] } }
    public func system(_ id: String) -> InformationSystem? { systemsByID[id].map { site.systems[$0] } }
    /// By `system/<system>/<component>` or `device/<component>`.
    public func host(_ id: String) -> ConfiguredHost? { hostsByID[id].map { hosts[$0] } }

    /// The rows that list an address; several where one machine serves several systems.
    public func hosts(at address: IPAddress) -> [ConfiguredHost] {
        hostsByAddress[address, default: []].map { hosts[$0] }
    }
    /// The rows that list a link-layer address.
    public func hosts(at mac: MACAddress) -> [ConfiguredHost] { hostsByMAC[mac, default: []].map { hosts[$0] } }

    /// The segment with the longest prefix that contains an address.
    public func segment(containing address: IPAddress) -> SegmentMatch {
        segment(containing: IPPrefix(address, length: 128))
    }

    /// The segment with the longest prefix that contains a prefix seen on a link.
    public func segment(containing prefix: IPPrefix) -> SegmentMatch {
        for length in lengths[prefix.family] ?? [] where length <= prefix.length {
            guard let found = segmentsByPrefix[IPPrefix(prefix.address, length: Int(length))] else { continue }
            return found.count == 1 ? .segment(site.segments[found[0]]) : .ambiguous(found.map { site.segments[$0] })
        }
        return .none
    }

    /// Who answers for a listed machine on a day: its row, else its system, else the owner of its segment.
    public func currentOwner(of host: ConfiguredHost, on date: CalendarDate) -> CurrentOwner {
        if let owner = host.owner ?? host.system.flatMap({ system($0)?.owner }) {
            return history.currentOwner(of: [Ownership(agency: owner)], on: date)
        }
        guard let segment = host.segment.flatMap({ segment($0) }) else { return .none }
        return history.currentOwner(of: segment.owner, on: date)
    }
}
