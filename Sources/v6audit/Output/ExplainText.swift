import AuditReport
import AuditRules
import Messages

/// Why, for a terminal: reasons with capture, frame, time and filter.
struct ExplainText {
    private let document: AuditDocument
    private let titles: [String: String]
    private let language: Language

    init(_ document: AuditDocument, _ rules: [Rule], _ language: Language) {
        self.document = document
        self.language = language
        titles = Dictionary(rules.map { ($0.id, $0.text.title[language]) }, uniquingKeysWith: { first, _ in first })
    }

    private func word(_ message: CommandMessage) -> String { message.text(in: language) }

    func host(_ host: HostDocument) -> String {
        let because = host.provisionalBecause.map { word(.provisionalBecause($0)) }
        let state = word(.hostLine(id: host.id, state: host.state, provisional: host.provisional))
        let names = host.names.compactMap(\.name).map(\.printable)
        let addresses = host.ipv4.map(\.address) + host.ipv6.map(\.address)
        var lines: [String] = ["\(host.id)  \(state)"]
        if !because.isEmpty { lines.append("  " + because.joined(separator: ", ")) }
        if let held = host.held {
            lines.append("  " + word(.heldState(state: held.state, since: held.provenAt)))
        }
        lines.append("  " + (host.macs + names).joined(separator: "  "))
        lines.append("  " + addresses.joined(separator: "  "))
        lines += ["", word(.explainReasons)]
        for reason in host.reasons {
            lines.append("  \(reason.claim)")
            lines += proof(reason.evidence)
        }
        if !host.claims.isEmpty { lines += ["", word(.explainClaims)] }
        for claim in host.claims {
            lines.append("  " + word(self.claim(claim)))
            if let capture = claim.capture, let frame = claim.frame, let time = claim.time {
                lines.append("      " + place(capture, frame, time))
            }
        }
        let services = document.services.filter { $0.host == host.id }
        if !services.isEmpty { lines += ["", word(.explainServices)] }
        for service in services {
            let title = [service.name?.printable, ServiceText.port(service)].compactMap { $0 }.joined(separator: "  ")
            lines.append("  \(title)  \(ServiceText.state(service, language))")
            for proof in service.proofs {
                let place = self.proof(proof.evidence).map { $0.drop { $0 == " " } }.joined(separator: " ")
                lines.append("      \(proof.family) \(proof.claim): \(place)")
            }
        }
        if !host.merges.isEmpty { lines += ["", word(.explainMerges)] }
        if let confidence = host.mergeConfidence {
            lines.append("  " + word(.mergedTogether(percent: percent(confidence))))
        }
        lines += host.merges.flatMap(merge)
        if !host.rejected.isEmpty { lines += ["", word(.explainRejected)] }
        for rejected in host.rejected {
            lines.append("  " + word(.rejectedBecause(key: rejected.key, because: rejected.because)))
            if !rejected.about.isEmpty { lines.append("      " + word(.rejectedAbout(list(rejected.about)))) }
        }
        let own = document.findings.filter { $0.subject.kind == "host" && $0.subject.id == host.id }
        if !own.isEmpty { lines += ["", word(.explainVerdicts)] }
        return lines.joined(separator: "\n") + "\n" + findings(own)
    }

    private func merge(_ merge: MergeDocument) -> [String] {
        var lines = ["  " + word(.mergedBy(key: merge.key, percent: percent(merge.confidence), value: merge.value))]
        lines.append("      " + word(.mergeJoins(list(merge.joins))))
        if merge.evidence.isEmpty { lines.append("      " + word(.mergeStated)) }
        lines += merge.evidence.prefix(Self.mostProofs).flatMap(proof)
        let more = merge.evidence.count - Self.mostProofs
        if more > 0 { lines.append("      " + word(.moreProofs(count: more))) }
        return lines
    }

    /// Frames that show one key; the JSON output has more.
    private static let mostProofs = 8

    /// The place, and below it the filter that opens it.
    private func proof(_ evidence: EvidenceDocument) -> [String] {
        switch evidence {
        case .packet(let capture, let frame, let time, let filter):
            ["      " + place(capture, frame, time)] + (filter.map { ["      \($0)"] } ?? [])
        case .file(let path, let line): ["      \(path.printable):\(line)"]
        case .probe(let name, let time): ["      \(name.printable) \(time)"]
        }
    }

    private func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
    private func list(_ texts: [String]) -> String { texts.map(\.printable).joined(separator: ", ") }

    private func claim(_ claim: ClaimDocument) -> CommandMessage {
        let value =
            switch claim.about {
            case "role": ReportTerm.role(claim.value).text(in: language)
            case "system": ReportTerm.system(claim.value).text(in: language)
            default: claim.value
            }
        return .claimLine(
            value: value, percent: percent(claim.strength),
            because: ReportTerm.claimEvidence(claim.because).text(in: language))
    }

    func findings(_ findings: [FindingDocument]) -> String {
        findings.map { finding in
            var lines = [
                "  \(finding.rule) \(titles[finding.rule] ?? ""): \(word(.verdictWord(finding.verdict))) — "
                    + "\(finding.subject.kind) \(finding.subject.id.printable)"
            ]
            lines += finding.evidence.flatMap(proof)
            for missing in finding.missing {
                lines.append("      " + word(.missingLine(fact: missing.fact, command: missing.command)))
            }
            return lines.joined(separator: "\n") + "\n"
        }.joined()
    }

    private func place(_ capture: Int, _ frame: UInt64, _ time: String) -> String {
        let path = document.captures.indices.contains(capture) ? document.captures[capture].path : "?"
        return word(.evidenceLine(capture: path, frame: "\(frame)", time: time))
    }
}
