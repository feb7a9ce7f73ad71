/// The names, addresses and lists that a rule's texts may show in `{…}` beside its facts; facts are numbers only.
public enum ValueKey: String, Sendable, Hashable, CaseIterable {
    case agency, segment
    // A host
    case host, mac, ipv4, ipv6, linkLocal, eui64, reserved, destinations, tunnelEnds
    // A segment
    case routers, unauthorisedRouters, parameters, resolvers, prefixes, outsidePrefixes, uniqueLocalPrefixes
    case illFormedPrefixes, longPrefixes, stalePrefixes, duplicates, servers, unauthorisedServers, tunnels, hosts
    case senders
    // A service
    case service, aaaa, unusable, answers
    // An agency
    case overlaps
    // The site
    case segments, captures

    /// The kinds of subject that have it; `agency` and the name of the subject itself always exist.
    public var kinds: [SubjectKind] {
        switch self {
        case .agency: SubjectKind.allCases
        case .segment: [.host, .segment]
        case .host, .mac, .ipv4, .ipv6, .linkLocal, .eui64, .reserved, .destinations, .tunnelEnds: [.host]
        case .routers, .unauthorisedRouters, .parameters, .resolvers, .prefixes, .outsidePrefixes,
            .uniqueLocalPrefixes, .illFormedPrefixes, .longPrefixes, .stalePrefixes, .duplicates, .servers,
            .unauthorisedServers, .tunnels, .hosts, .senders:
            [.segment]
        case .service, .aaaa, .unusable, .answers: [.service]
        case .overlaps: [.agency]
        case .segments, .captures: [.site]
        }
    }

    /// One sentence in English.
    public var meaning: String {
        switch self {
        case .agency: "The name of the agency."
        case .segment: "The segment's name, else the id of the link."
        case .host: "The host's name with an address, else an address, else its MAC."
        case .mac: "Its MAC addresses."
        case .ipv4: "Its IPv4 addresses."
        case .ipv6: "Its IPv6 addresses beyond fe80::/10."
        case .linkLocal: "Its addresses of fe80::/10."
        case .eui64: "Its addresses that hold a MAC."
        case .reserved: "Its addresses of reserved ranges, and those that it hands out."
        case .destinations: "The destinations of host.ipv4LiteralDestinations."
        case .tunnelEnds: "The outer ends of its tunnels."
        case .routers: "Routers with address, MAC and lifetime."
        case .unauthorisedRouters: "The routers of segment.unauthorisedRouters; of all routers where the list is empty."
        case .parameters: "The parameters in which routers differ, with the values of each."
        case .resolvers: "The known resolvers."
        case .prefixes: "The advertised prefixes with flags and lifetimes."
        case .outsidePrefixes: "The prefixes of segment.prefixesOutsidePlan."
        case .uniqueLocalPrefixes: "The prefixes of segment.uniqueLocalPrefixesOfHosts."
        case .illFormedPrefixes: "The prefixes of segment.illFormedUniqueLocalPrefixes."
        case .longPrefixes: "The prefixes of segment.autonomousPrefixesNot64."
        case .stalePrefixes: "Prefixes that are deprecated, dropped or changed."
        case .duplicates: "The addresses of segment.duplicateAddresses with the MACs that claim them."
        case .servers: "DHCPv6 servers with address and MAC."
        case .unauthorisedServers: "The servers of segment.unauthorisedDHCPv6Servers; all where the list is empty."
        case .tunnels: "The tunnels of segment.undocumentedTunnels; all where the list is empty."
        case .hosts: "The hosts that the rule speaks of, a few of them."
        case .senders: "The MACs of the frames that the rule speaks of."
        case .service: "The DNS name."
        case .aaaa: "Its AAAA addresses."
        case .unusable: "The addresses of service.unusableAAAA, else of service.uniqueLocalAAAA."
        case .answers: "Servers with the response code of each."
        case .overlaps: "Pairs of overlapping prefixes with the other agency."
        case .segments: "The segments that the rule speaks of."
        case .captures: "The captures that the rule speaks of."
        }
    }
}
