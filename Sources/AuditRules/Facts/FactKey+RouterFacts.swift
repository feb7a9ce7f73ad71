extension FactKey {
    /// Routers of a segment and neighbour discovery. Valid: hop limit 255, source of fe80::/10.
    static let routerFacts: [FactDefinition] = [
        .init(
            .segmentValidAdvertisements, "validAdvertisements", .count, "messages", "Valid RAs.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentRoutersSeen, "routersSeen", .count, "routers", "Pairs of address and MAC that sent valid RAs.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentDefaultRouters, "defaultRouters", .count, "routers", "Those whose RA had a lifetime above 0.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentAuthorisedRouters, "authorisedRouters", .count, "routers", "Routers in the list of the segment.",
            absent: "", from: .site("segments: routers")),
        .init(
            .segmentAuthorisedRoutersSeen, "authorisedRoutersSeen", .count, "routers",
            "Those of them whose RA was seen on one link.", absent: "the segment was never captured", from: .capture),
        .init(
            .segmentUnauthorisedRouters, "unauthorisedRouters", .count, "routers",
            "Senders of valid RAs, with whatever lifetime, whose pair of address and MAC is not in the list; virtual "
                + "MACs are resolved.", absent: "the list is empty and an RA was seen",
            from: .site("segments: routers")),
        .init(
            .segmentUnansweredSolicitors, "unansweredSolicitors", .count, "hosts",
            "Hosts that sent 3 router solicitations or more, with no valid RA up to 10 s after the last.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentWithoutAdvertisementFor, "withoutAdvertisementFor", .duration,
            "The longest time without a valid RA in which other multicast ND or MLD was seen.",
            absent: "no multicast ND or MLD was seen", from: .longerCapture),
        .init(
            .segmentInconsistentParameters, "inconsistentParameters", .count, "parameters",
            "Of hop limit, M, O, reachable time, retransmission timer, MTU and lifetimes of one prefix (after "
                + "correction for decrement): those in which two authorised routers differ, 0 = unspecified apart.",
            absent: "", from: .capture),
        .init(
            .segmentDifferentResolvers, "differentResolvers", .boolean,
            "Two authorised routers advertise different resolvers.", absent: "", from: .capture),
        .init(
            .segmentRAManaged, "raManaged", .boolean,
            "The latest RA of an authorised or default router has the M flag.",
            absent: "no RA was seen", from: .longerCapture),
        .init(
            .segmentRAOther, "raOther", .boolean, "The same for the O flag.", absent: "no RA was seen",
            from: .longerCapture),

        // Prefixes in RA
        .init(
            .segmentAdvertisedPrefixes, "advertisedPrefixes", .count, "prefixes", "Prefixes in valid RAs.",
            absent: "none was seen and RAs were cut by the snap length", from: .capture),
        .init(
            .segmentAutonomousPrefixes, "autonomousPrefixes", .count, "prefixes", "Those with the A flag.",
            absent: "as segment.advertisedPrefixes", from: .capture),
        .init(
            .segmentAutonomousPrefixesNot64, "autonomousPrefixesNot64", .count, "prefixes",
            "Those with the A flag, without the P flag, and a length other than 64.",
            absent: "as segment.advertisedPrefixes", from: .capture),
        .init(
            .segmentDeprecatedPrefixesFor, "deprecatedPrefixesFor", .duration,
            "The longest time over which one prefix was advertised with preferred lifetime 0.",
            absent: "as segment.advertisedPrefixes", from: .capture),
        .init(
            .segmentSilentlyDroppedPrefixes, "silentlyDroppedPrefixes", .count, "prefixes",
            "Prefixes that vanished from the RAs of a router still heard, without an RA with preferred lifetime 0, "
                + "while hosts went on using them.", absent: "as segment.advertisedPrefixes", from: .capture),
        .init(
            .segmentPrefixChanges, "prefixChanges", .count, "changes",
            "The most changes of an advertised global prefix within 7 days.",
            absent: "as segment.advertisedPrefixes", from: .capture),

        // What neighbour discovery must not look like
        .init(
            .segmentNDWrongHopLimit, "ndWrongHopLimit", .count, "messages",
            "RS, RA, NS, NA and Redirect with a hop limit other than 255, outside tunnels and ICMP errors.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentNDFragmented, "ndFragmented", .count, "messages", "The same five messages in fragments.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentRoutingHeaderType0, "routingHeaderType0", .count, "packets",
            "Packets with a type 0 routing header.",
            absent: "the segment was never captured", from: .capture),
        .init(
            .segmentFloodingRouters, "floodingRouters", .count, "senders",
            "MACs that sent more than 10 multicast RAs in a second or more than 5 new prefixes in a minute on one "
                + "link.", absent: "the segment was never captured", from: .capture),
        .init(
            .segmentRedirectsFromNonRouters, "redirectsFromNonRouters", .count, "messages",
            "Redirects whose source sent no RA with a lifetime above 0 in the window.",
            absent: "the link was watched for a shorter time than the site's minimum", from: .longerCapture),
        .init(
            .segmentMismatchedLinkLayerOptions, "mismatchedLinkLayerOptions", .count, "frames",
            "ND frames whose link-layer address option differs from the frame's source, without known proxies and "
                + "virtual routers.", absent: "the segment was never captured", from: .capture),
    ]
}
