import Messages

/// The proof of every machine's state, and what joined its addresses.
struct HTMLEvidenceSection {
    let context: HTMLContext

    var markup: HTMLMarkup {
        guard !context.document.hosts.isEmpty else { return .empty }
        return """
            <section id="evidence"><h2>\(context.say(.hostEvidence))</h2>
            <p class="note">\(context.say(.openFilter))</p>
            \(context.document.hosts.map(host).joined())</section>

            """
    }

    private func host(_ host: HostDocument) -> HTMLMarkup {
        let title: HTMLMarkup =
            "\(HTMLMarkup.name(context.hostLabel(host.id))) \(HTMLMarkup.code(host.id)) – \(context.say(.hostState(host.state)))"
        return """
            <details id="\(HTMLContext.anchor("e", host.id))"><summary>\(title)</summary><div class="evidence">
            \(reasons(host))\(claims(host))\(merges(host))\(rejected(host))</div></details>

            """
    }

    private func reasons(_ host: HostDocument) -> HTMLMarkup {
        guard !host.reasons.isEmpty else { return "<p>\(context.say(.noReasons))</p>\n" }
        return HTMLMarkup.table(
            caption: context.say(ReportLabel.reasons),
            columns: [.claim, .capture, .frame, .time, .filter].map { context.say($0 as ReportLabel) }, numeric: [2],
            rows: host.reasons.map { reason in
                ["\(context.say(.claim(reason.claim)))"] + HTMLEvidence(context: context).row(reason.evidence)
            })
    }

    private func claims(_ host: HostDocument) -> HTMLMarkup {
        guard !host.claims.isEmpty else { return .empty }
        return HTMLMarkup.table(
            caption: context.say(ReportLabel.claims),
            columns: [.claim, .strength, .because, .capture, .frame, .time].map { context.say($0 as ReportLabel) },
            numeric: [1, 4],
            rows: host.claims.map { claim in
                let value =
                    switch claim.about {
                    case "role": context.say(ReportTerm.role(claim.value))
                    case "system": context.say(ReportTerm.system(claim.value))
                    default: claim.value
                    }
                return [
                    "\(value)", "\(context.language.decimal(claim.strength * 100))\u{a0}%",
                    "\(context.say(ReportTerm.claimEvidence(claim.because)))",
                    claim.capture.map { HTMLMarkup.code(context.capturePath($0)) } ?? "–",
                    "\(claim.frame.map { String($0) } ?? "–")", "\(context.time(claim.time))",
                ]
            })
    }

    private func merges(_ host: HostDocument) -> HTMLMarkup {
        guard !host.merges.isEmpty else { return .empty }
        let table = HTMLMarkup.table(
            caption: context.say(.mergesNote),
            columns: [.merges, .key, .confidence, .joins, .evidence].map { context.say($0 as ReportLabel) },
            numeric: [2],
            rows: host.merges.map { merge in
                let words: HTMLMarkup = "\(context.say(.mergeKey(merge.key)))"
                return [
                    merge.value.map { words + ": " + HTMLMarkup.name($0) } ?? words, HTMLMarkup.code(merge.key),
                    "\(context.language.decimal(merge.confidence * 100))\u{a0}%",
                    merge.joins.map(HTMLMarkup.code).joined(separator: " "),
                    HTMLEvidence(context: context).lines(merge.evidence),
                ]
            })
        guard let confidence = host.mergeConfidence else { return table }
        let percent = "\(context.language.decimal(confidence * 100))\u{a0}%"
        return table + "<p class=\"note\">\(context.say(ReportSentence.mergedTogether(percent: percent)))</p>\n"
    }

    private func rejected(_ host: HostDocument) -> HTMLMarkup {
        guard !host.rejected.isEmpty else { return .empty }
        return HTMLMarkup.table(
            caption: context.say(ReportLabel.rejected),
            columns: [.rejected, .because, .about].map { context.say($0 as ReportLabel) },
            rows: host.rejected.map { link in
                [
                    "\(context.say(.mergeKey(link.key))) (\(link.key))", "\(context.say(.rejection(link.because)))",
                    link.about.map(HTMLMarkup.code).joined(separator: " "),
                ]
            })
    }
}
