/// A key by which addresses are found to be one machine's. Domain reference §4.7; the raw value is the name in outputs.
public enum MergeKey: String, Sendable, CaseIterable, Comparable {
    /// A person's statement.
    case statement = "P"
    /// The site's list, or what the host says of itself in its configuration.
    case configuration = "A1"
    /// ARP and ND tables of one router.
    case neighbourTables = "A2"
    /// What a device says of itself by LLDP or CDP.
    case linkDiscovery = "A3"
    /// One session of RADIUS accounting.
    case accountingSession = "A4"
    /// One MAC on one link, or one card on several.
    case linkLayerAddress = "A5"
    /// The DUID in DHCPv4 and in DHCPv6. RFC 4361.
    case uniqueIdentifier = "A6"
    /// The client's MAC as relays of both families name it. RFC 6939.
    case relayedLinkLayerAddress = "A7"
    /// One mDNS response with addresses of both families.
    case mdnsHost = "A8"
    /// Packets that came in at one card and left by another, one hop older.
    case forwarding = "A9"
    /// Cards that a capture on all interfaces of a machine saw sending and never receiving.
    case capturePoint = "A10"
    case sshHostKey = "B1"
    case snmpEngine = "B2"
    /// The interface identifier is made of the card's MAC. RFC 4291 appendix A.
    case embeddedMAC = "B3"
    case computerName = "B4"
    case dhcpName = "B5"
    /// A and AAAA of one name, and the pointers agree.
    case dnsName = "B6"
    /// The MAC inside a DUID. RFC 9915 §11.2, §11.4.
    case uniqueIdentifierMAC = "B7"
    /// A and AAAA of one name, each alone; nobody asked for the pointers.
    case dnsAddresses = "B8"
    case tlsKey = "C1"
    /// A host name that two machines of a link have in common.
    case linkName = "C2"
    /// Both families tried for one name within two seconds. RFC 8305.
    case happyEyeballs = "C3"
    /// The same number at the end of both addresses: a suggestion to a person, never a merge.
    case addressPlan = "C4"

    /// 0…1. Domain reference §4.7.
    public var confidence: Double {
        switch self {
        case .statement: 1
        case .configuration: 0.99
        case .neighbourTables, .linkDiscovery: 0.97
        case .accountingSession: 0.96
        case .linkLayerAddress, .capturePoint: 0.95
        case .uniqueIdentifier, .relayedLinkLayerAddress, .forwarding: 0.93
        case .mdnsHost, .sshHostKey, .snmpEngine, .embeddedMAC: 0.9
        case .computerName: 0.85
        case .dhcpName: 0.8
        case .dnsName: 0.75
        case .uniqueIdentifierMAC: 0.7
        case .dnsAddresses, .tlsKey, .linkName: 0.6
        case .happyEyeballs: 0.55
        case .addressPlan: 0.3
        }
    }

    /// Keys of one group are not independent of each other.
    public var group: Character { rawValue.first ?? "P" }

    /// Joins by itself.
    var isSufficient: Bool { confidence >= Self.sufficient }
    /// Joins together with a key of another group.
    var isNecessary: Bool { confidence >= Self.necessary && self != .happyEyeballs }

    private static let sufficient = 0.9
    private static let necessary = 0.6

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// Several keys together, the groups taken as independent: `1 − ∏(1 − c)`, at most 0.99 without a person's word.
    static func combined(_ keys: Set<MergeKey>) -> Double {
        if keys.contains(.statement) { return 1 }
        var best: [Character: Double] = [:]
        for key in keys { best[key.group] = max(best[key.group] ?? 0, key.confidence) }
        let doubt = best.values.reduce(1) { $0 * (1 - $1) }
        return min(0.99, 1 - doubt)
    }
}
