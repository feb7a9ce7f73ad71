extension FactKey {
    /// Agencies and the site as a whole.
    static let siteFacts: [FactDefinition] = [
        .init(
            .agencyPrivateIPv4Prefixes, "privateIPv4Prefixes", .count, "prefixes",
            "Prefixes of RFC 1918 and 100.64.0.0/10 of the agency's segments.", absent: "", from: .site("segments")),
        .init(
            .agencyOverlappingIPv4Prefixes, "overlappingIPv4Prefixes", .count, "prefixes",
            "Those that overlap a prefix of another agency's segment.",
            absent: "the site has segments of one agency only", from: .site("segments")),
        .init(
            .siteCaptures, "captures", .count, "captures", "Captures in the window.", absent: "", from: .capture),
        .init(
            .siteUnresolvedLinks, "unresolvedLinks", .count, "links", "Captured links that belong to no segment.",
            absent: "", from: .site("captures")),
        .init(
            .siteUnauthorisedCaptures, "unauthorisedCaptures", .count, "segments",
            "Segments that were captured at a time that no authorisation with document and signer covers.", absent: "",
            from: .site("authorisations")),
        .init(
            .siteStateSecretCaptures, "stateSecretCaptures", .count, "segments",
            "Captured segments that are marked stateSecret.", absent: "", from: .site("segments: stateSecret")),
        .init(
            .siteAuthorisationsWithoutNotice, "authorisationsWithoutNotice", .count, "authorisations",
            "Authorisations in use without the day on which the staff was told.", absent: "",
            from: .site("authorisations: staffNotice")),
        .init(
            .siteLargestCapturedFrame, "largestCapturedFrame", .count, "bytes",
            "The most bytes that a capture kept of one frame.", absent: "", from: .capture),
        .init(
            .siteOutsideNamesKept, "outsideNamesKept", .boolean,
            "Names outside the site's domains are kept host by host (privacy.outsideNames: keep).", absent: "",
            from: .site("privacy: outsideNames")),
        .init(
            .siteCapturesPastRetention, "capturesPastRetention", .count, "captures",
            "Captures older than privacy.retention.", absent: "privacy.retention is not set",
            from: .site("privacy: retention")),
    ]
}
