extension FactKey {
    static let segmentKinds = [
        "office-lan", "server", "wifi", "tslcd", "internet-uplink", "camera", "voip", "management",
    ]

    /// The segment as declared, its addresses and its hosts.
    static let segmentFacts: [FactDefinition] = [
        .init(
            .segmentKind, "kind", .choice(segmentKinds), "What the segment is for.",
            absent: "the link belongs to no segment of the site", from: .site("segments: kind")),
        .init(
            .segmentPlanIPv6, "planIPv6", .boolean, "IPv6 is planned for the segment.",
            absent: "nothing is planned, or the link belongs to no segment", from: .site("segments: plan")),
        .init(
            .segmentTarget, "target", .choice(["dual-stack", "ipv6-mostly", "ipv6-only"]),
            "What the segment is to become.", absent: "not decided", from: .site("segments: plan")),
        .init(
            .segmentObservedFor, "observedFor", .duration,
            "How long the segment's own link was watched within the window; with policy.workingDay, zero until a "
                + "working day is in it.", absent: "the segment was never captured", from: .longerCapture),
        .init(
            .segmentIPv6Visible, "ipv6Visible", .boolean,
            "IPv6 could have been seen: multicast ND, MLD or mDNS was captured on the link, or a mirror of all ports "
                + "is declared and broadcasts of two hosts were captured.",
            absent: "the segment was never captured", from: .longerCapture),

        // Prefixes
        .init(
            .segmentPrefixesInUse, "prefixesInUse", .count, "prefixes",
            "Global and unique local /64 prefixes in RA, DHCPv6 and bound addresses.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentPrefixesOutsidePlan, "prefixesOutsidePlan", .count, "prefixes",
            "Those of them that the address plan of the segment's agency does not contain, without unique local ones "
                + "of single hosts.", absent: "the plan has no prefix for the agency", from: .site("addressPlan")),
        .init(
            .segmentUniqueLocalPrefixesOfHosts, "uniqueLocalPrefixesOfHosts", .count, "prefixes",
            "Unique local prefixes outside the plan that only machines announce or use which are no authorised "
                + "routers (Thread and IoT gateways).", absent: "", from: .capture),
        .init(
            .segmentUniqueLocalPrefixes, "uniqueLocalPrefixes", .count, "prefixes",
            "Unique local prefixes in RA, DHCPv6, bound addresses and the plan.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentIllFormedUniqueLocalPrefixes, "illFormedUniqueLocalPrefixes", .count, "prefixes",
            "Those of fc00::/8, or with a Global ID that is 0, five equal bytes, 01:23:45:67:89 or 12:34:56:78:9a.",
            absent: "", from: .capture),
        .init(
            .segmentDuplicateAddresses, "duplicateAddresses", .count, "addresses",
            "IPv6 addresses that two machines claim: a DAD probe answered by another MAC, met by another machine's "
                + "probe, or NAs from two MACs within 10 minutes; virtual routers, proxies, anycast and frames "
                + "captured twice do not count.", absent: "the segment was never captured", from: .capture),

        // Hosts
        .init(
            .segmentRoutableIPv6Hosts, "routableIPv6Hosts", .count, "hosts",
            "Hosts with an IPv6 address beyond fe80::/10.", absent: "the segment was never captured", from: .capture),
        .init(
            .segmentLinkLocalHosts, "linkLocalHosts", .count, "hosts", "Hosts with IPv6 of fe80::/10 only.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentTunnelHosts, "tunnelHosts", .count, "hosts", "Hosts that use 6to4, Teredo or ISATAP.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentIPv4OnlyHosts, "ipv4OnlyHosts", .count, "hosts", "Hosts in the state ipv4-only.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentIPv4LiteralHosts, "ipv4LiteralHosts", .count, "hosts",
            "Hosts that V6O-01 finds talking to IPv4 literals.", absent: "V6O-01 is unknown for a host of the segment",
            from: .longerCapture),
        .init(
            .segmentIPv4Flows, "ipv4Flows", .count, "flows",
            "IPv4 unicast flows, without DHCP, mDNS, SSDP, LLMNR and NBNS.", absent: "the segment was never captured",
            from: .capture),
        .init(
            .segmentServicesWithoutIPv6, "servicesWithoutIPv6", .count, "services",
            "Services that hosts of the segment used and that are not in the state dual-ok or ipv6-only-ok.",
            absent: "the state of a service is unknown", from: .probe),

        // Tunnels other than 6to4, Teredo and ISATAP
        .init(
            .segmentOtherTunnels, "otherTunnels", .count, "tunnels",
            "Pairs of ends of IPv6 in IPv4, GRE with protocol 0x86DD, TSP or AYIYA.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentDocumentedTunnels, "documentedTunnels", .count, "tunnels", "Tunnels that the site file lists.",
            absent: "", from: .site("tunnels")),
        .init(
            .segmentUndocumentedTunnels, "undocumentedTunnels", .count, "tunnels",
            "Tunnels seen on the segment that the list does not have, or no longer.",
            absent: "the list is empty and a tunnel was seen", from: .site("tunnels")),
    ]
}
