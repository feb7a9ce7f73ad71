extension FactKey {
    /// How far IPv6 of a segment reaches, and translation to IPv4.
    static let reachabilityFacts: [FactDefinition] = [
        .init(
            .segmentIPv6Destinations, "ipv6Destinations", .count, "destinations",
            "Destinations beyond the link, known from AAAA, that hosts tried over IPv6.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentIPv6SuccessShare, "ipv6SuccessShare", .ratio,
            "The share of them that answered; an attempt given up because IPv4 was faster does not count.",
            absent: "none was tried", from: .capture),
        .init(
            .segmentIPv4SuccessShare, "ipv4SuccessShare", .ratio,
            "The share of the same names that answered over IPv4.", absent: "none was tried over IPv4", from: .capture),
        .init(
            .segmentNoRouteDestinations, "noRouteDestinations", .count, "destinations",
            "Destinations in different /32 for which a router sent ICMPv6 no-route, and that IPv4 reached by the same "
                + "name.", absent: "the segment was never captured", from: .capture),
        .init(
            .segmentNAT64, "nat64", .boolean, "NAT64 was seen working on the segment, or is declared.",
            absent: "neither, and the link was watched for a shorter time than the site's minimum",
            from: .longerCapture),
        .init(
            .segmentPREF64Prefixes, "pref64Prefixes", .count, "prefixes", "NAT64 prefixes in RA (option 38).",
            absent: "none was seen and RAs were cut by the snap length", from: .capture),
        .init(
            .segmentDNS64, "dns64", .boolean, "An AAAA answer for ipv4only.arpa had an address.",
            absent: "nobody asked for ipv4only.arpa, or the answer was not seen", from: .longerCapture),
        .init(
            .segmentTranslatedFlows, "translatedFlows", .count, "flows",
            "Established flows to destinations of the NAT64 prefix.", absent: "the segment was never captured",
            from: .capture),
        .init(
            .segmentFailedTranslatedFlows, "failedTranslatedFlows", .count, "flows",
            "Attempts to such destinations without an answer.", absent: "the segment was never captured",
            from: .capture),
    ]
}
