import Messages
import NetworkTypes

/// The head of the page: what was audited, from which evidence, by which policy.
struct HTMLTitleSection {
    let context: HTMLContext

    var markup: HTMLMarkup {
        let audit = context.document.audit
        return """
            <header>
            <p class="kicker">\(context.say(.reportTitle))</p>
            <h1>\(HTMLMarkup.name(context.siteName))</h1>
            <dl class="facts">
            <dt>\(context.say(.asOf))</dt><dd>\(context.minute(audit.asOf)) (\(context.clock.zone))</dd>
            <dt>\(context.say(.window))</dt><dd>\(context.minute(audit.windowFrom)) – \(context.minute(audit.windowTo))</dd>
            <dt>\(context.say(.audit))</dt><dd>\(HTMLMarkup.code(audit.id))</dd>
            <dt>\(context.say(.policy))</dt><dd>\(policy)</dd>
            <dt>\(context.say(.authorisation))</dt><dd>\(authorisation)</dd>
            </dl>
            \(demonstration)<div class="box"><p>\(context.say(.restricted))</p></div>
            \(captures)</header>

            """
    }

    private var minutes: Int { context.document.policy.minimumObservationSeconds / 60 }

    private var policy: String {
        context.say(.policy(minutes: minutes, workingDay: context.document.policy.workingDay))
    }

    private var authorisation: String {
        let documents = context.document.authorisations.filter(coversCaptures).map(\.document)
        return documents.isEmpty ? context.say(.notAuthorised) : context.say(.authorised(documents: documents))
    }

    /// It speaks of captures, and of days of the period.
    private func coversCaptures(_ authorisation: AuthorisationDocument) -> Bool {
        guard authorisation.actions.contains("capture") else { return false }
        let audit = context.document.audit
        let offset = context.clock.offsetMinutes
        if let from = authorisation.from.flatMap({ CalendarDate($0) }),
            let end = HTMLClock.moment(audit.windowTo)?.date(offsetMinutes: offset), end < from
        {
            return false
        }
        if let to = authorisation.to.flatMap({ CalendarDate($0) }),
            let start = HTMLClock.moment(audit.windowFrom)?.date(offsetMinutes: offset), start > to
        {
            return false
        }
        return true
    }

    private var demonstration: HTMLMarkup {
        guard context.document.policy.demonstration else { return .empty }
        let text = context.say(.demonstration(minutes: minutes, workingDay: context.document.policy.workingDay))
        return """
            <div class="box warning" role="note"><strong>\(context.say(.demonstrationTitle))</strong><p>\(text)</p></div>

            """
    }

    private var captures: HTMLMarkup {
        let captures = context.document.captures
        guard !captures.isEmpty else { return "<p>\(context.say(.noCaptures))</p>\n" }
        return HTMLMarkup.table(
            caption: context.say(.captures),
            columns: [.file, .packets, .from, .to, .sha256, .condition].map { context.say($0 as ReportLabel) },
            numeric: [1],
            rows: captures.map { capture in
                [
                    HTMLMarkup.code(capture.path), "\(context.language.number(capture.packets))",
                    "\(context.time(capture.firstSeen))", "\(context.time(capture.lastSeen))",
                    capture.sha256.map { HTMLMarkup.code(String($0.prefix(16))) } ?? "–",
                    "\(context.say(capture.complete ? ReportLabel.complete : .incomplete))",
                ]
            })
    }
}

/// Links to the sections and to each agency's checklist.
struct HTMLContentsSection {
    let context: HTMLContext

    var markup: HTMLMarkup {
        let agencies = HTMLChecklistSection(context: context).agencies.map { agency -> HTMLMarkup in
            "<li><a href=\"#\(HTMLContext.anchor("a", agency))\">\(HTMLMarkup.name(context.agencyName(agency)))</a></li>\n"
        }
        return """
            <nav aria-label="\(context.say(.contents))" id="contents"><h2>\(context.say(.contents))</h2>
            <ol>
            \(link("status", .whereTheOfficeStands))\(link("picture", .picture))\
            <li><a href="#checklists">\(context.say(.checklists))</a><ol>
            \(agencies.joined())</ol></li>
            \(link("segments", .segments))\(link("systems", .systems))\(link("hosts", .hosts))\
            \(link("evidence", .hostEvidence))\(link("glossary", .glossary))\(link("method", .method))</ol></nav>

            """
    }

    private func link(_ identifier: String, _ title: ReportMessage) -> HTMLMarkup {
        "<li><a href=\"#\(identifier)\">\(context.say(title))</a></li>\n"
    }
}
