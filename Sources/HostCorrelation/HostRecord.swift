public import NetworkTypes
public import TrafficObservation

/// The id of a link in outputs: `CAPTURE.INTERFACE[.COOKED][/OUTER[.INNER]]`, or the segment's id in a site.
public typealias LinkIdentifier = String

/// A link as hosts refer to it: a segment of the site with its links merged, or one link of one capture.
public struct LinkRecord: Sendable {
    public let id: LinkIdentifier
    /// The site's segment, nil where unresolved.
    public let segment: String?
    /// Indices into `ObservationSet.links`.
    public let observed: [Int]
    /// A declared `vantage: routed`: the capture point is not on the hosts' link.
    public let isRouted: Bool
    /// Two segments matched equally well.
    public let isAmbiguous: Bool
    /// IPv6 could have been seen: multicast NDP, MLD or mDNS of a host was captured, or `vantage: switch|host` is
    /// declared and ARP broadcasts of two hosts were; never for `routed`.
    public let ipv6Visible: Bool
    public let firstSeen: CaptureTime
    public let lastSeen: CaptureTime
    /// Multicast IPv6 senders, to except a host's own frames from the proof that IPv6 could have been seen.
    public let multicastIPv6Senders: Set<MACAddress>
    public let firstMulticastIPv6: Proof?
    /// The members of `observed` that were captured on the hosts' link, not behind a router.
    public let onLink: [Int]
    /// The members of `onLink` whose declared vantage alone proves that IPv6 could have been seen, whoever sent what.
    public let visibleByVantage: [Int]

    public init(
        id: LinkIdentifier, segment: String?, observed: [Int], isRouted: Bool, isAmbiguous: Bool, ipv6Visible: Bool,
        firstSeen: CaptureTime, lastSeen: CaptureTime, multicastIPv6Senders: Set<MACAddress>,
        firstMulticastIPv6: Proof?, onLink: [Int]? = nil, visibleByVantage: [Int] = []
    ) {
        self.id = id
        self.segment = segment
        self.observed = observed
        self.isRouted = isRouted
        self.isAmbiguous = isAmbiguous
        self.ipv6Visible = ipv6Visible
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.multicastIPv6Senders = multicastIPv6Senders
        self.firstMulticastIPv6 = firstMulticastIPv6
        self.onLink = onLink ?? (isRouted ? [] : observed)
        self.visibleByVantage = visibleByVantage
    }

    /// In nanoseconds, from the first to the last frame.
    public var observedNanoseconds: Int64 { lastSeen.nanoseconds(since: firstSeen) }
}

/// One kind of evidence that an address belongs to a host.
public struct AddressEvidence: Hashable, Sendable {
    public let kind: BindingEvidence
    public let mac: MACAddress
    public let sighting: Sighting

    public init(kind: BindingEvidence, mac: MACAddress, sighting: Sighting) {
        self.kind = kind
        self.mac = mac
        self.sighting = sighting
    }
}

/// An address of a host with its evidence, the kinds sorted; none for a listed host seen behind a router.
public struct AddressBinding: Sendable {
    public let address: IPAddress
    public let evidence: [AddressEvidence]
    public let firstSeen: CaptureTime
    public let lastSeen: CaptureTime
    /// Only a duplicate-address probe names it: a claim that nothing confirmed.
    public var isTentative: Bool {
        !evidence.isEmpty && evidence.allSatisfy { $0.kind == .duplicateAddressDetection }
    }

    public init(address: IPAddress, evidence: [AddressEvidence], firstSeen: CaptureTime, lastSeen: CaptureTime) {
        self.address = address
        self.evidence = evidence
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
    }
}

/// A link of a merge: which key joined what. Domain reference, merging keys.
public struct MergeLink: Sendable {
    public let key: MergeKey
    /// What the joined have in common: a name, a key's digest; with a statement, why. Nil where nothing is to be said.
    public let value: String?
    /// Addresses or MACs in text form, sorted.
    public let joins: [String]
    public let evidence: [MergeEvidence]

    public init(key: MergeKey, value: String? = nil, joins: [String], evidence: [MergeEvidence]) {
        self.key = key
        self.value = value
        self.joins = joins
        self.evidence = evidence
    }

    /// 0…1.
    public var confidence: Double { key.confidence }
}

/// A key that could have joined and did not.
public struct RejectedLink: Sendable {
    public let key: String
    /// A code: `virtual-router-mac`, `shared-mac`, `random-mac-across-captures`, `router-mac`, `proxy-answer`, `pin`,
    /// `shared-identity`, `traffic-between`, `address-claimed-by-both`, `different-snmp-engines`, `listed-apart`.
    public let because: String
    public let about: [String]

    public init(key: String, because: String, about: [String]) {
        self.key = key
        self.because = because
        self.about = about
    }
}

/// What v6audit believes to be one machine.
public struct HostRecord: Sendable {
    /// `h-` and 16 hexadecimal digits.
    public let id: String
    public let macs: [MACAddress]
    public let ipv4: [AddressBinding]
    public let ipv6: [AddressBinding]
    public let names: [HostName]
    /// Sorted ids of `LinkRecord`.
    public let links: [LinkIdentifier]
    /// Merges that something other than the MAC made.
    public let keyedMerges: [MergeLink]
    /// How sure the weakest of those joins is, several keys taken together; nil: there is none.
    public let mergeConfidence: Double?
    /// Key A5 joined the addresses: the same MAC on the same link.
    public let isJoinedByMAC: Bool
    public let rejected: [RejectedLink]
    public let firstSeen: CaptureTime
    public let lastSeen: CaptureTime
    /// The first frame of any of its MACs.
    public let firstProof: Proof
    /// Sorted indices into `ObservationSet.macs`.
    public let macRows: [Int]
    public let isRouter: Bool
    /// A virtual router's MAC (VRRP, HSRP, GLBP): shared by machines.
    public let isVirtualMAC: Bool
    /// Several machines behind one MAC. Domain reference, pitfall 35.
    public let isSharedMAC: Bool
    public let isInsideTunnel: Bool
    public let ipv4Traffic: TrafficCount
    public let ipv6Traffic: TrafficCount

    public init(
        id: String, macs: [MACAddress], ipv4: [AddressBinding], ipv6: [AddressBinding], names: [HostName],
        links: [LinkIdentifier], merges: [MergeLink], rejected: [RejectedLink], firstSeen: CaptureTime,
        lastSeen: CaptureTime, firstProof: Proof, macRows: [Int], isRouter: Bool, isVirtualMAC: Bool, isSharedMAC: Bool,
        isInsideTunnel: Bool, ipv4Traffic: TrafficCount, ipv6Traffic: TrafficCount, isJoinedByMAC: Bool = false,
        mergeConfidence: Double? = nil
    ) {
        self.id = id
        self.macs = macs
        self.ipv4 = ipv4
        self.ipv6 = ipv6
        self.names = names
        self.links = links
        keyedMerges = merges
        self.mergeConfidence = mergeConfidence
        self.isJoinedByMAC = isJoinedByMAC
        self.rejected = rejected
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.firstProof = firstProof
        self.macRows = macRows
        self.isRouter = isRouter
        self.isVirtualMAC = isVirtualMAC
        self.isSharedMAC = isSharedMAC
        self.isInsideTunnel = isInsideTunnel
        self.ipv4Traffic = ipv4Traffic
        self.ipv6Traffic = ipv6Traffic
    }

    /// Every merge with its key; the texts are made when they are read.
    public var merges: [MergeLink] {
        guard isJoinedByMAC else { return keyedMerges }
        let byMAC = macs.compactMap { mac -> MergeLink? in
            let own = (ipv4 + ipv6).filter { binding in binding.evidence.contains { $0.mac == mac } }
            guard own.count > 1 else { return nil }
            let evidence = own.compactMap { binding in
                binding.evidence.filter { $0.mac == mac }.min { $0.sighting.first < $1.sighting.first }
                    .map { MergeEvidence(.binding($0.kind, mac, binding.address), $0.sighting.first) }
            }
            return MergeLink(
                key: .linkLayerAddress, value: mac.description, joins: own.map(\.address.description),
                evidence: evidence)
        }
        return byMAC + keyedMerges
    }
}

/// A name with where it came from.
public struct HostName: Hashable, Comparable, Sendable {
    public let name: String
    public let source: NameSource
    public let proof: Proof

    public init(name: String, source: NameSource, proof: Proof) {
        self.name = name
        self.source = source
        self.proof = proof
    }

    public static func < (a: HostName, b: HostName) -> Bool {
        a.name != b.name ? a.name < b.name : a.source.rawValue < b.source.rawValue
    }
}

/// An address seen only through a router, or on a capture without a link layer.
public struct UnmergedAddress: Sendable {
    public let address: IPAddress
    /// The MAC it was seen behind, nil without a link layer.
    public let behind: MACAddress?
    public let capture: Int
    public let traffic: TrafficCount

    public init(address: IPAddress, behind: MACAddress?, capture: Int, traffic: TrafficCount) {
        self.address = address
        self.behind = behind
        self.capture = capture
        self.traffic = traffic
    }
}

/// Hosts and links of an observation set, sorted by id; a pure function of the set and the site.
public struct HostTable: Sendable {
    public let hosts: [HostRecord]
    public let links: [LinkRecord]
    /// For each index of `ObservationSet.links`, its index in `links`.
    public let linkOfObserved: [Int]
    public let unmerged: [UnmergedAddress]
    /// Dotted name to count: limits that bit, ambiguous links.
    public let anomalies: [String: UInt64]

    public init(
        hosts: [HostRecord], links: [LinkRecord], linkOfObserved: [Int], unmerged: [UnmergedAddress],
        anomalies: [String: UInt64]
    ) {
        self.hosts = hosts
        self.links = links
        self.linkOfObserved = linkOfObserved
        self.unmerged = unmerged
        self.anomalies = anomalies
    }
}

extension HostRecord {
    /// The same host under the id that it was given at first sight.
    public func identified(as id: String) -> HostRecord {
        HostRecord(
            id: id, macs: macs, ipv4: ipv4, ipv6: ipv6, names: names, links: links, merges: keyedMerges, rejected: rejected,
            firstSeen: firstSeen, lastSeen: lastSeen, firstProof: firstProof, macRows: macRows, isRouter: isRouter,
            isVirtualMAC: isVirtualMAC, isSharedMAC: isSharedMAC, isInsideTunnel: isInsideTunnel,
            ipv4Traffic: ipv4Traffic, ipv6Traffic: ipv6Traffic, isJoinedByMAC: isJoinedByMAC,
            mergeConfidence: mergeConfidence)
    }
}

extension HostTable {
    /// The same hosts under ids that were given earlier; sorted by id again. Two hosts never get one id.
    public func identified(by identifier: (HostRecord) -> String?) -> HostTable {
        var taken = Set(hosts.map(\.id))
        let renamed = hosts.map { host -> HostRecord in
            guard let id = identifier(host), id != host.id, !taken.contains(id) else { return host }
            taken.remove(host.id)
            taken.insert(id)
            return host.identified(as: id)
        }
        return HostTable(
            hosts: renamed.sorted { $0.id < $1.id }, links: links, linkOfObserved: linkOfObserved, unmerged: unmerged,
            anomalies: anomalies)
    }
}
