import Messages

/// Where the office stands, in sentences, and the phase of each agency.
struct HTMLSummarySection {
    let context: HTMLContext

    var markup: HTMLMarkup {
        """
        <section id="status"><h2>\(context.say(.whereTheOfficeStands))</h2>
        \(sentences)
        <h3>\(context.say(.phases))</h3>
        \(phases)<p class="note">\(context.say(.phasesNote))</p></section>

        """
    }

    private var sentences: HTMLMarkup {
        let hosts = context.document.hosts
        let counts = HostStateCounts(hosts)
        let segments = Set(hosts.flatMap(\.links)).count
        var lead = context.say(.hostsSeen(counts.total, segments: segments))
        if counts.total > 0 { lead += " " + context.say(.determined(counts.determined, of: counts.total)) }
        var list: [String] = []
        if counts.determined > 0 {
            // Always said, because their absence is an answer too.
            let always: Set<ChartCategory> = [.dualOperational, .dualConfigured, .latent, .ipv4Only, .ipv6Only]
            for category in ChartCategory.allCases where category != .undetermined {
                guard always.contains(category) || counts[category] > 0 else { continue }
                list.append(context.say(.inState(category.rawValue, counts[category], of: counts.determined)))
            }
        }
        if counts.total > 0 { list.append(context.say(.undetermined(counts[.undetermined]))) }
        let items = list.map { "<li>\($0)</li>" as HTMLMarkup }.joined()
        return """
            <p class="lead">\(lead)</p>
            <ul>\(items)</ul>
            <p>\(inventory)\(work) \(undecided)</p>
            """
    }

    /// Listed assets that were seen: printed next to every share.
    private var inventory: String {
        guard let coverage = context.document.indicators.first(where: { $0.id == "C21" && $0.agency == nil }) else {
            return ""
        }
        return context.say(.inventoryCoverage(coverage.numerator, of: coverage.denominator)) + " "
    }

    private var work: String {
        let open = context.document.checklists.flatMap(\.items).filter { $0.isOpen && $0.kind != "question" }
        return context.say(
            .openItems(
                open.count, blockers: open.count { $0.severity == "blocker" },
                high: open.count { $0.severity == "high" }))
    }

    private var undecided: String {
        let unknown = context.document.checklists.reduce(0) { $0 + $1.toSettle.count }
        let questions = context.document.checklists.flatMap(\.items).count { $0.isOpen && $0.kind == "question" }
        return context.say(.undecidedRules(unknown: unknown, questions: questions))
    }

    private var phases: HTMLMarkup {
        guard !context.document.agencies.isEmpty else { return "<p>\(context.say(.noAgencies))</p>\n" }
        return HTMLMarkup.table(
            caption: context.say(.phases), isCaptionQuiet: true,
            columns: [.agency, .level, .phaseReached, .blockedBy, .coverage].map { context.say($0 as ReportLabel) },
            rows: context.document.agencies.map { agency in
                let counts = HostStateCounts(context.document.hosts.lazy.filter { $0.agency == agency.id })
                return [
                    "<a href=\"#\(HTMLContext.anchor("a", agency.id))\">\(HTMLMarkup.name(context.agencyName(agency.id)))</a>",
                    "\(context.say(.agencyLevel(agency.level)))", phase(agency.phase),
                    blockers(agency), "\(context.say(.coverage(counts.determined, of: counts.total)))",
                ]
            })
    }

    private func phase(_ code: String) -> HTMLMarkup { "<b>\(code)</b> \(context.say(.phase(code)))" }

    private func blockers(_ agency: AgencyDocument) -> HTMLMarkup {
        guard !agency.phaseBlockedBy.isEmpty else { return "\(context.say(.nothingBlocks))" }
        let checklist = context.document.checklists.first { $0.agency == agency.id }
        let shown = agency.phaseBlockedBy.prefix(Self.blockersShown).map { blocker($0, checklist) }
        let rest = agency.phaseBlockedBy.count - shown.count
        let more: HTMLMarkup = rest > 0 ? " \(context.say(.more(rest)))" : .empty
        return shown.joined(separator: ", ") + more
    }

    /// A rule, linked to the item or the gap that stands for it in the checklist.
    private func blocker(_ rule: String, _ checklist: AgencyChecklistDocument?) -> HTMLMarkup {
        let name: HTMLMarkup = "<span class=\"id\" title=\"\(context.title(of: rule))\">\(rule)</span>"
        if let item = checklist?.items.first(where: { $0.rule == rule }) {
            return "<a href=\"#\(HTMLContext.anchor("i", item.id))\">\(name)</a>"
        }
        if let gap = checklist?.toSettle.first(where: { $0.rule == rule }) {
            return "<a href=\"#\(HTMLContext.anchor("u", gap.id))\">\(name)</a>"
        }
        return name
    }

    private static let blockersShown = 8
}
