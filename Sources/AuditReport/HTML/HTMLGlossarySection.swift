import Messages

/// The states in plain words, the method, and what it cannot see.
struct HTMLGlossarySection {
    let context: HTMLContext

    var markup: HTMLMarkup {
        """
        <section id="glossary"><h2>\(context.say(.glossary))</h2>
        \(table(ReportMessage.picture, Self.hostStates, ReportTerm.hostState, ReportTerm.hostStateMeaning))\
        \(table(ReportMessage.segments, Self.segmentStates, ReportTerm.segmentState, ReportTerm.segmentStateMeaning))\
        \(table(ReportMessage.systems, Self.serviceStates, ReportTerm.serviceState, ReportTerm.serviceStateMeaning))</section>
        <section id="method"><h2>\(context.say(.method))</h2>
        \(list([.methodObservation, .methodStates, .methodCounting, .methodPhases, .methodProof]))
        <h3>\(context.say(.limits))</h3>
        \(list([
            .limitPassive, .limitWindow, .limitEncrypted, .limitRouted, .limitMulticast, .limitIdentity, .limitLaw,
        ]))</section>
        <footer><p>\(context.say(.restricted))</p>
        <p>v6audit – \(HTMLMarkup.code(context.document.audit.id)) – <a href="#contents">\(context.say(.backToContents))</a></p></footer>

        """
    }

    private func table(
        _ title: ReportMessage, _ codes: [String], _ term: (String) -> ReportTerm, _ meaning: (String) -> ReportTerm
    ) -> HTMLMarkup {
        HTMLMarkup.table(
            caption: context.say(title), class: "narrow",
            columns: [context.say(ReportLabel.term), context.say(ReportLabel.meaning)],
            rows: codes.map { ["\(context.say(term($0)))", "\(context.say(meaning($0)))"] })
    }

    private func list(_ messages: [ReportMessage]) -> HTMLMarkup {
        let items = messages.map { "<li>\(context.say($0))</li>" as HTMLMarkup }
        return "<ul>\(items.joined())</ul>"
    }

    private static let hostStates = [
        "dual-operational", "ipv6-mostly", "ipv6-only", "dual-configured", "dual-broken", "ipv4-latent-ipv6",
        "ipv4-only", "link-local-only", "ipv4-seen", "unknown",
    ]
    private static let segmentStates = [
        "dual", "dual-unsafe", "ipv6-mostly", "ipv6-only", "ra-only", "latent", "no-ipv6", "unknown",
    ]
    private static let serviceStates = [
        "dual-ok", "ipv6-only-ok", "dual-degraded", "dual-broken", "ipv6-latent", "ipv4-only", "intentionally-none",
        "unreachable-both", "not-tested", "unknown",
    ]
}
