extension FactKey {
    static let hostStates = [
        "unknown", "ipv4-seen", "ipv4-only", "ipv4-latent-ipv6", "dual-configured", "dual-operational", "dual-broken",
        "ipv6-mostly", "ipv6-only", "link-local-only",
    ]

    static let hostKinds = [
        "server", "workstation", "printer", "camera", "phone", "switch", "router", "firewall", "access-point",
        "tslcd-terminal", "other",
    ]

    static let hostFacts: [FactDefinition] = [
        // Addresses that evidence binds to the host
        .init(
            .hostIPv4Addresses, "ipv4Addresses", .count, "addresses",
            "IPv4 addresses bound to the host.", absent: "", from: .capture),
        .init(
            .hostLinkLocalAddresses, "linkLocalAddresses", .count, "addresses",
            "Addresses of fe80::/10 bound to the host.", absent: "", from: .capture),
        .init(
            .hostRoutableIPv6Addresses, "routableIPv6Addresses", .count, "addresses",
            "Addresses beyond fe80::/10 bound to the host; 6to4, Teredo and ISATAP addresses do not count.",
            absent: "none is known and the host was watched for a shorter time than the site's minimum, or from "
                + "behind a router", from: .longerCapture),
        .init(
            .hostGlobalAddresses, "globalAddresses", .count, "addresses",
            "Global unicast addresses bound to the host, without tunnel and reserved ranges.",
            absent: "as host.routableIPv6Addresses", from: .longerCapture),
        .init(
            .hostUniqueLocalAddresses, "uniqueLocalAddresses", .count, "addresses",
            "Addresses of fc00::/7 bound to the host.", absent: "as host.routableIPv6Addresses", from: .longerCapture),
        .init(
            .hostEUI64Addresses, "eui64Addresses", .count, "addresses",
            "Global or unique local addresses whose interface identifier holds a MAC of the host seen on the link.",
            absent: "the host was seen only through a router", from: .capture),
        .init(
            .hostReservedAddresses, "reservedAddresses", .count, "addresses",
            "Bound or configured addresses of ::/96, ::ffff:0:0/96, 100::/64, 100:0:0:1::/64, 2001:10::/28, "
                + "2001:20::/28, 3ffe::/16, 5f00::/16 or fec0::/10; of 2001:db8::/32 and 3fff::/20 too unless the "
                + "site says documentationPrefixes: real.", absent: "", from: .capture),
        .init(
            .hostReservedPrefixesAdvertised, "reservedPrefixesAdvertised", .count, "prefixes",
            "Prefixes and resolvers of the same ranges that the host hands out in RA or DHCPv6.", absent: "",
            from: .capture),

        // How well it could be seen
        .init(
            .hostOnOwnLink, "onOwnLink", .boolean, "The capture point is on the host's own link.",
            absent: "the host is known from files only", from: .capture),
        .init(
            .hostObservedFor, "observedFor", .duration,
            "How long the host's own link was watched within the window; with policy.workingDay, zero until a "
                + "working day is in it.", absent: "the host's own link was never captured", from: .longerCapture),
        .init(
            .hostIPv6Visible, "ipv6Visible", .boolean,
            "IPv6 could have been seen: multicast ND, MLD or mDNS of another host was captured on the link.",
            absent: "the host's own link was never captured", from: .longerCapture),
        .init(
            .hostState, "state", .choice(hostStates), "How far the host is.", absent: "", from: .capture),
        .init(
            .hostStateFinal, "stateFinal", .boolean, "The state is not provisional.", absent: "",
            from: .longerCapture),
        .init(
            .hostKind, "kind", .choice(hostKinds),
            "What the machine is: its row in systems.csv, else what its roles say.",
            absent: "neither the inventory nor its traffic tells", from: .inventory),

        // What its link offers
        .init(
            .hostLinkOffersIPv6, "linkOffersIPv6", .boolean,
            "A router of the link advertises itself with an autonomous prefix or with the M flag.",
            absent: "no RA was seen and the link was watched for a shorter time than the site's minimum",
            from: .longerCapture),
        .init(
            .hostLinkRoutersAuthorised, "linkRoutersAuthorised", .boolean,
            "A router that makes this offer is in the site's list of the segment.",
            absent: "the list of the segment is empty", from: .site("segments: routers")),

        // What it sends
        .init(
            .hostIPv4Frames, "ipv4Frames", .count, "frames", "IPv4 frames from its MACs.", absent: "", from: .capture),
        .init(
            .hostIPv6Frames, "ipv6Frames", .count, "frames", "IPv6 frames from its MACs.", absent: "", from: .capture),
        .init(
            .hostEstablishedIPv4Flows, "establishedIPv4Flows", .count, "flows",
            "IPv4 flows of the host with data or answers in both directions.", absent: "", from: .capture),
        .init(
            .hostEstablishedIPv6Flows, "establishedIPv6Flows", .count, "flows",
            "IPv6 flows of the host beyond its link with data or answers in both directions.",
            absent: "only one direction can be seen at the capture point", from: .capture),
        .init(
            .hostAAAAAnswered, "aaaaAnswered", .count, "names",
            "Names whose AAAA question by this host was answered with an address.",
            absent: "no DNS answer to the host was seen", from: .capture),
        .init(
            .hostDNSAnswers, "dnsAnswers", .count, "answers", "DNS answers to this host that were seen.", absent: "",
            from: .capture),
        .init(
            .hostGlobalDestinations, "globalDestinations", .count, "destinations",
            "Global IPv6 destinations that the host tried, or learnt from AAAA and then reached over IPv4.", absent: "",
            from: .capture),
        .init(
            .hostIPv4LiteralDestinations, "ipv4LiteralDestinations", .count, "destinations",
            "IPv4 destinations outside its link that no DNS answer to the host had named; flows of the first hour, "
                + "DHCP, NTP servers from DHCP and peers learnt by mDNS or NBNS do not count.",
            absent: "no DNS answer to the host was seen, or its link was watched for less than an hour",
            from: .longerCapture),
        .init(
            .hostIPv4LiteralRepeats, "ipv4LiteralRepeats", .count, "flows",
            "The most flows, 10 minutes or more apart, to one such destination.",
            absent: "as host.ipv4LiteralDestinations", from: .longerCapture),
        .init(
            .hostRequestsIPv6OnlyMode, "requestsIPv6OnlyMode", .boolean,
            "A DHCPv4 request of the host lists option 108; also no when it sent none in the minimum time.",
            absent: "it sent no DHCPv4 request and was watched for a shorter time", from: .longerCapture),

        // Tunnels
        .init(
            .hostSixToFourAddresses, "sixToFourAddresses", .count, "addresses",
            "Addresses of 2002::/16 bound to the host or handed out by it.", absent: "", from: .capture),
        .init(
            .hostSixToFourPackets, "sixToFourPackets", .count, "packets",
            "Protocol-41 packets of the host with 2002::/16 inside, and packets to 192.88.99.0/24.", absent: "",
            from: .capture),
        .init(
            .hostTeredoAddresses, "teredoAddresses", .count, "addresses",
            "Addresses of 2001::/32 that the host used as source.", absent: "", from: .capture),
        .init(
            .hostTeredoPackets, "teredoPackets", .count, "packets",
            "UDP packets of the host that carry IPv6 with 2001::/32 inside, a Teredo indication or, on port 3544, an "
                + "IPv6 packet or bubble.", absent: "", from: .capture),
        .init(
            .hostISATAPAddresses, "isatapAddresses", .count, "addresses",
            "Addresses with an identifier 0000:5efe or 0200:5efe bound to the host.", absent: "", from: .capture),
        .init(
            .hostISATAPPackets, "isatapPackets", .count, "packets",
            "Protocol-41 packets of the host with such an address inside.", absent: "", from: .capture),
        .init(
            .hostISATAPNameAnswers, "isatapNameAnswers", .count, "answers",
            "Answers with an address to its question for the name isatap, by DNS, LLMNR or mDNS.", absent: "",
            from: .capture),
    ]
}
