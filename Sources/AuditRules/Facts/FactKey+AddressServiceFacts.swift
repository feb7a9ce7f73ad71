extension FactKey {
    /// DHCP and resolvers of a segment. Answered: by a message, or by a Request that names a server.
    static let addressServiceFacts: [FactDefinition] = [
        .init(
            .segmentDHCPv6Clients, "dhcpv6Clients", .count, "hosts", "Hosts that sent Solicit or Information-request.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentUnansweredSolicitClients, "unansweredSolicitClients", .count, "hosts",
            "Hosts that sent Solicits and got no answer.",
            absent: "there were Solicits and no unicast frame to their senders could be seen", from: .capture),
        .init(
            .segmentUnansweredInformationClients, "unansweredInformationClients", .count, "hosts",
            "Hosts that sent Information-requests and got no answer.",
            absent: "there were such requests and no unicast frame to their senders could be seen", from: .capture),
        .init(
            .segmentStarvedDHCPv6Clients, "starvedDHCPv6Clients", .count, "hosts",
            "Hosts whose unanswered Solicits reached an elapsed time of 60 s.",
            absent: "as segment.unansweredSolicitClients", from: .capture),
        .init(
            .segmentDHCPv6Answers, "dhcpv6Answers", .count, "messages",
            "Advertise and Reply messages, and Requests that name a server.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentDHCPv6AddressServers, "dhcpv6AddressServers", .count, "servers",
            "DHCPv6 servers that answered with an IA_NA; prefix delegation alone does not count.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentDHCPv6NoAddresses, "dhcpv6NoAddresses", .count, "messages",
            "Advertise and Reply messages with status NoAddrsAvail.", absent: "the segment was never captured",
            from: .capture),
        .init(
            .segmentDHCPv6ServersSeen, "dhcpv6ServersSeen", .count, "servers", "DHCPv6 servers that answered.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentAuthorisedDHCPv6Servers, "authorisedDHCPv6Servers", .count, "servers",
            "DHCPv6 servers in the list of the segment.", absent: "", from: .site("segments: dhcpv6Servers")),
        .init(
            .segmentUnauthorisedDHCPv6Servers, "unauthorisedDHCPv6Servers", .count, "servers",
            "Servers whose DUID is not listed, or that answered unrelayed from an address that is not.",
            absent: "the list is empty and a server answered", from: .site("segments: dhcpv6Servers")),
        .init(
            .segmentSLAACOnlyHosts, "slaacOnlyHosts", .count, "hosts",
            "Hosts that sent a router solicitation, no DHCPv6 message for 60 s after it, and stayed with fe80::/10.",
            absent: "the segment was never captured", from: .capture),

        // Resolvers
        .init(
            .segmentAdvertisedResolvers, "advertisedResolvers", .count, "resolvers",
            "Resolvers with a lifetime above 0 in any RA.",
            absent: "none was seen and RAs were cut by the snap length", from: .capture),
        .init(
            .segmentDHCPv6Resolvers, "dhcpv6Resolvers", .count, "resolvers", "Resolvers in DHCPv6 answers (option 23).",
            absent: "none was seen, M or O is set, and no unicast frame to a client could be seen", from: .capture),
        .init(
            .segmentKnownResolvers, "knownResolvers", .count, "resolvers",
            "Resolvers from DHCPv4, DHCPv6, RA and configurations.", absent: "none is known", from: .capture),
        .init(
            .segmentKnownIPv6Resolvers, "knownIPv6Resolvers", .count, "resolvers",
            "Those of them with an IPv6 address.",
            absent: "no resolver is known", from: .capture),
        .init(
            .segmentDNSQuestionsIPv4, "dnsQuestionsIPv4", .count, "questions", "DNS questions of hosts over IPv4.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentDNSQuestionsIPv6, "dnsQuestionsIPv6", .count, "questions", "DNS questions of hosts over IPv6.",
            absent: "the segment was never captured", from: .capture),

        // Doing without IPv4
        .init(
            .segmentDHCPv4Clients, "dhcpv4Clients", .count, "hosts", "Hosts that sent DHCPv4 requests.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentOption108Share, "option108Share", .ratio, "The share of them that list option 108.",
            absent: "no DHCPv4 request was seen", from: .longerCapture),
        .init(
            .segmentOption108Grants, "option108Grants", .count, "messages",
            "DHCPv4 offers and acknowledgements with option 108 of length 4.",
            absent: "no DHCPv4 answer was seen", from: .longerCapture),
    ]
}
