import NetworkTypes
import SiteModel
import TrafficObservation

/// The facts of DNS names that the site answers for: names of its domains and of its listed machines.
enum ServiceFacts {
    static func all(_ context: FactContext) -> [SubjectFacts] {
        let listed = Set(context.index.hosts.flatMap(\.names).map { $0.lowercased() })
        let seen = Dictionary(
            context.set.dnsNames.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let own = Set(seen.keys.filter { domain(of: $0, context.site) != nil }).union(listed)
        let opens = ServiceOpens(own, seen, context)
        // Synthesised answers are what a DNS64 is for. RFC 6147 §5.1.
        let hasDNS64 = context.set.dnsNames.contains { $0.name == "ipv4only.arpa" && !$0.aaaa.isEmpty }
        return own.sorted().map { facts(of: $0, seen[$0], opens, hasDNS64: hasDNS64, context) }
    }

    /// The site's longest domain that a name lies in.
    static func domain(of name: String, _ site: Site) -> Domain? {
        site.domains.filter { name == $0.name || name.hasSuffix("." + $0.name) }.max { $0.name.count < $1.name.count }
    }

    private static func facts(
        of name: String, _ seen: DNSNameRow?, _ opens: ServiceOpens, hasDNS64: Bool, _ context: FactContext
    ) -> SubjectFacts {
        var row = FactRow(.service)
        var details = SubjectDetails(values: [.service: name])
        let hosts = opens.hosts[name] ?? []
        let owner =
            hosts.first.flatMap { context.index.currentOwner(of: $0, on: context.date).responsible }
            ?? domain(of: name, context.site).flatMap {
                context.index.history.currentOwner(of: $0.owner, on: context.date).responsible
            }
        if let seen {
            if seen.aAnswers != nil { row.set(.serviceHasA, !seen.a.isEmpty) }
            let aaaa = seen.aaaa.sorted()
            let failed = seen.aaaaErrors.filter { seen.aAnsweredBy.contains($0.key) }
            if seen.aaaaAnswers != nil, !aaaa.isEmpty || seen.aaaaErrors.isEmpty {
                row.set(.serviceAAAARecords, count: aaaa.count)
            }
            row.set(.serviceAAAAQuestions, count: Int(clamping: seen.aaaaQuestions?.count ?? 0))
            row.set(.serviceAAAAAnswers, count: Int(clamping: seen.aaaaAnswers?.count ?? 0))
            if seen.aAnswers != nil { row.set(.serviceAAAAErrors, count: failed.count) }
            // Answers pass the capture point when those to A do; without any the questions alone say nothing.
            if let asked = seen.aaaaQuestions?.count, seen.aAnswers != nil || seen.aaaaAnswers != nil {
                let heard = (seen.aaaaAnswers?.count ?? 0) &+ (seen.aaaaAnswersCut?.count ?? 0)
                let answered = min(heard, asked)
                row.set(.serviceAAAAUnansweredShare, part: Int(clamping: asked - answered), of: Int(clamping: asked))
            }
            details.values[.answers] = FactContext.list(
                failed.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
            details.values[.aaaa] = FactContext.list(aaaa.map(\.description))
            if let proof = seen.lastAnswer {
                let evidence = [context.evidence(proof, "dns")]
                for key in [FactKey.serviceHasA, .serviceAAAARecords, .serviceUnusableAAAA, .serviceUniqueLocalAAAA] {
                    details.evidence[key] = evidence
                }
            }
            if let proof = seen.firstAAAAError {
                details.evidence[.serviceAAAAErrors] = [context.evidence(proof, "dns")]
            }
            if !aaaa.isEmpty { fillScopes(aaaa, hasDNS64, context, &row, &details) }
        }
        fillUse(opens.flows(to: name, seen), context, &row, &details)
        return SubjectFacts(
            Subject(.service, name), agency: owner ?? AuditSnapshot.unassigned, row: row, details: details)
    }

    private static func fillScopes(
        _ aaaa: [IPv6Address], _ hasDNS64: Bool, _ context: FactContext, _ row: inout FactRow,
        _ details: inout SubjectDetails
    ) {
        let unusable = aaaa.filter { address in
            switch address.scope {
            case .nat64: !hasDNS64
            case .unspecified, .loopback, .ipv4Mapped, .discard, .teredo, .sixToFour, .linkLocal, .siteLocal,
                .multicast:
                true
            case .documentation: context.site.policy.documentationPrefixes == .error
            default: false
            }
        }
        let unique = aaaa.filter { $0.scope == .uniqueLocal }
        row.set(.serviceUnusableAAAA, count: unusable.count)
        row.set(.serviceUniqueLocalAAAA, count: unique.count)
        details.values[.unusable] = FactContext.list((unusable.isEmpty ? unique : unusable).map(\.description))
    }

    /// Opens over each family. `flows`: nil where no address is known.
    private static func fillUse(
        _ flows: [FlowRow]?, _ context: FactContext, _ row: inout FactRow, _ details: inout SubjectDetails
    ) {
        guard let flows else { return }
        let v6 = flows.filter { $0.family == .ipv6 }
        let answered = v6.filter(\.isEstablished)
        row.set(.serviceIPv6Opens, count: v6.count)
        row.set(.serviceIPv6OpenSuccesses, count: answered.count)
        row.set(.serviceIPv4OpenSuccesses, count: flows.filter { $0.family == .ipv4 && $0.isEstablished }.count)
        if !answered.isEmpty {
            row.set(.serviceWorksOverIPv6, true)
        } else if v6.count >= 3 {
            row.set(.serviceWorksOverIPv6, false)
        }
        let proofs = answered.compactMap(\.establishingProof).sorted().prefix(2).map {
            context.evidence($0, "tcp && ipv6")
        }
        details.evidence[.serviceWorksOverIPv6] = proofs
        details.evidence[.serviceIPv6OpenSuccesses] = proofs
        details.evidence[.serviceIPv6Opens] = v6.compactMap(\.syn).sorted().prefix(2).map {
            context.evidence($0, "tcp && ipv6")
        }
    }
}
