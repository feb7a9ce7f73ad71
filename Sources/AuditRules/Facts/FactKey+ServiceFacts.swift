extension FactKey {
    /// A DNS name of the site's domains or of systems.csv. Answers of mDNS and LLMNR never count.
    static let serviceFacts: [FactDefinition] = [
        .init(
            .serviceHasA, "hasA", .boolean, "The name has an IPv4 address (A).",
            absent: "no answer to an A question was seen and no zone is known", from: .zone),
        .init(
            .serviceAAAARecords, "aaaaRecords", .count, "addresses", "IPv6 addresses of the name (AAAA).",
            absent: "no NOERROR answer to an AAAA question was seen and no zone is known", from: .zone),
        .init(
            .serviceAAAAQuestions, "aaaaQuestions", .count, "questions",
            "AAAA questions seen, the last 10 s or more before the end.", absent: "", from: .capture),
        .init(
            .serviceAAAAAnswers, "aaaaAnswers", .count, "answers", "Answers to them, with whatever code.", absent: "",
            from: .capture),
        .init(
            .serviceAAAAErrors, "aaaaErrors", .count, "answers",
            "Answers with a code other than NOERROR from a server that answers A of the same name with NOERROR.",
            absent: "no answer to an A question was seen", from: .capture),
        .init(
            .serviceAAAAUnansweredShare, "aaaaUnansweredShare", .ratio,
            "The share of AAAA questions without an answer, of those to servers that answered A of the same name.",
            absent: "no AAAA question was seen, or answers pass elsewhere", from: .capture),
        .init(
            .serviceUnusableAAAA, "unusableAAAA", .count, "addresses",
            "AAAA that nobody elsewhere can use: ::, ::1, ::ffff:0:0/96, 64:ff9b::/96 where no DNS64 is known, "
                + "100::/64, 2001::/32, 2002::/16, fe80::/10, fec0::/10, ff00::/8; 2001:db8::/32 and 3fff::/20 too "
                + "unless the site says documentationPrefixes: real.", absent: "no AAAA is known", from: .zone),
        .init(
            .serviceUniqueLocalAAAA, "uniqueLocalAAAA", .count, "addresses", "AAAA of fc00::/7.",
            absent: "no AAAA is known", from: .zone),
        .init(
            .serviceWorksOverIPv6, "worksOverIPv6", .boolean,
            "A flow to a stable global address of the machine was answered over IPv6 on a port of the service.",
            absent: "neither a flow nor an attempt was seen", from: .probe),
        .init(
            .serviceIPv6Opens, "ipv6Opens", .count, "attempts", "Attempts to open the service over IPv6.", absent: "",
            from: .capture),
        .init(
            .serviceIPv6OpenSuccesses, "ipv6OpenSuccesses", .count, "attempts", "Those of them that were answered.",
            absent: "", from: .capture),
        .init(
            .serviceIPv4OpenSuccesses, "ipv4OpenSuccesses", .count, "attempts",
            "Attempts over IPv4 that were answered.", absent: "", from: .capture),
    ]
}
