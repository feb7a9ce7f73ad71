import AuditRules
import Messages

/// The checklist of each agency: what to do, what waits for an answer, what is not determined.
struct HTMLChecklistSection {
    let context: HTMLContext

    /// Whatever nobody owns first, if there is any; then as the document lists them. An agency that has nothing is
    /// still named.
    var agencies: [String] {
        let listed = context.document.agencies.map(\.id)
        var others = Set(context.document.checklists.lazy.filter { !$0.isEmpty }.map(\.agency))
        others.subtract(listed)
        let unassigned = others.remove(AuditSnapshot.unassigned).map { [$0] } ?? []
        return unassigned + listed + others.sorted()
    }

    var markup: HTMLMarkup {
        let checklists = Dictionary(
            context.document.checklists.map { ($0.agency, $0) }, uniquingKeysWith: { first, _ in first })
        return """
            <section id="checklists"><h2>\(context.say(.checklists))</h2>
            <p class="note">\(context.say(.openFilter))</p>
            \(agencies.filter { checklists[$0]?.isEmpty == false }.map { agency($0, checklists[$0]) }.joined())\
            \(idle(agencies.filter { checklists[$0]?.isEmpty != false }))</section>

            """
    }

    /// Agencies with nothing to do, to answer or to find out, each with why.
    private func idle(_ agencies: [String]) -> HTMLMarkup {
        guard !agencies.isEmpty else { return .empty }
        let observed = Set(context.document.hosts.map(\.agency))
        let items = agencies.map { agency -> HTMLMarkup in
            """
            <li id="\(HTMLContext.anchor("a", agency))">\(HTMLMarkup.name(context.agencyName(agency))): \
            \(context.say(observed.contains(agency) ? .noFindings : .notObserved))</li>

            """
        }
        return "<section><h3>\(context.say(.idleAgencies))</h3>\n<ul>\(items.joined())</ul></section>\n"
    }

    private func agency(_ agency: String, _ checklist: AgencyChecklistDocument?) -> HTMLMarkup {
        let items = (checklist?.items ?? []).sorted(by: Self.isBefore)
        let open = items.filter { $0.isOpen && $0.kind != "question" }
        let closed = items.filter { !$0.isOpen }
        let undecided = HTMLUndecidedSection(
            context: context, agency: agency, questions: items.filter { $0.isOpen && $0.kind == "question" },
            unsettled: checklist?.toSettle ?? [])
        var parts = HTMLMarkup.empty
        if agency == AuditSnapshot.unassigned { parts += "<p class=\"note\">\(context.say(.unassignedNote))</p>\n" }
        if open.isEmpty {
            let nothing = context.say(.openItems(0, blockers: 0, high: 0))
            parts += "<p>\(undecided.isEmpty ? nothing : context.say(.noOpenItems))</p>\n"
        } else {
            parts += overview(open)
            parts += open.map { HTMLChecklistItem(context: context, agency: agency, item: $0).markup }.joined()
        }
        parts += undecided.markup
        if !closed.isEmpty {
            parts += HTMLMarkup.details(
                "\(context.say(.closedItems)) (\(context.language.number(closed.count)))",
                overview(closed, isOpen: false))
        }
        return """
            <section><h3 id="\(HTMLContext.anchor("a", agency))">\(HTMLMarkup.name(context.agencyName(agency)))</h3>
            \(parts)</section>

            """
    }

    private func overview(_ items: [ChecklistItemDocument], isOpen: Bool = true) -> HTMLMarkup {
        HTMLMarkup.table(
            caption: context.say(isOpen ? ReportMessage.openItems : .closedItems),
            columns: [.number, .rule, .content, .subjects, .severity, .phase, .assignee, .due, .status].map {
                context.say($0 as ReportLabel)
            },
            numeric: [0, 3], rowHeader: 1,
            rows: items.enumerated().map { index, item in
                let rule: HTMLMarkup = "<span class=\"id\">\(item.rule)</span>"
                return [
                    "\(context.language.number(index + 1))",
                    isOpen ? "<a href=\"#\(HTMLContext.anchor("i", item.id))\">\(rule)</a>" : rule,
                    "\(context.title(of: item.rule))", "\(context.language.number(item.subjects.count))",
                    severity(item.severity), "\(item.phase)", item.assignee.map(HTMLMarkup.name) ?? "–",
                    item.due.map { "<span class=\"date\">\(context.date($0))</span>" } ?? "–", status(item),
                ]
            },
            rowIdentifiers: isOpen ? [] : items.map { HTMLContext.anchor("i", $0.id) })
    }

    private func severity(_ code: String) -> HTMLMarkup {
        "<span class=\"tag \(code)\">\(context.say(.severity(code)))</span>"
    }

    private func status(_ item: ChecklistItemDocument) -> HTMLMarkup {
        let words: HTMLMarkup = "\(context.say(.status(item.status)))"
        guard let waiver = item.waiver else { return words }
        let document = waiver.document.map { ", \($0)" } ?? ""
        return """
            \(words): \(waiver.reason) (\(waiver.approver)\(document)); \(context.say(ReportLabel.until)) \(context.date(waiver.until))
            """
    }

    /// By phase, then by severity, then by rule.
    private static func isBefore(_ a: ChecklistItemDocument, _ b: ChecklistItemDocument) -> Bool {
        (a.phase, rank(a.severity), a.rule) < (b.phase, rank(b.severity), b.rule)
    }

    static func rank(_ severity: String) -> Int {
        ["blocker", "high", "medium", "low", "info"].firstIndex(of: severity) ?? 5
    }
}

extension AgencyChecklistDocument {
    /// Nothing to do, to answer or to find out.
    var isEmpty: Bool { items.isEmpty && toSettle.isEmpty }
}
