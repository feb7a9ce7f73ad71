import Messages

/// The tables of segments and of systems.
struct HTMLNetworkSection {
    let context: HTMLContext

    var markup: HTMLMarkup {
        """
        <section id="segments"><h2>\(context.say(.segments))</h2>
        \(segments)</section>
        <section id="systems"><h2>\(context.say(.systems))</h2>
        \(systems)</section>

        """
    }

    private var segments: HTMLMarkup {
        let segments = context.document.segments
        guard !segments.isEmpty else { return "<p>\(context.say(.noSegments))</p>\n" }
        return HTMLMarkup.table(
            caption: context.say(.segments), isCaptionQuiet: true,
            columns: [.segment, .agency, .kind, .prefixes, .plan, .state, .machines].map {
                context.say($0 as ReportLabel)
            },
            rows: segments.map { segment in
                [
                    HTMLMarkup.name(context.segmentName(segment.id)) + "<br>" + HTMLMarkup.code(segment.id),
                    HTMLMarkup.name(context.agencyName(segment.agency)), kind(segment),
                    segment.prefixes.isEmpty ? "–" : segment.prefixes.map(HTMLMarkup.code).joined(separator: "<br>"),
                    plan(segment), state(segment), machines(segment),
                ]
            }, rowIdentifiers: segments.map { HTMLContext.anchor("s", $0.id) })
    }

    private func state(_ segment: SegmentDocument) -> HTMLMarkup {
        let words: HTMLMarkup = "\(context.say(.segmentState(segment.state)))"
        return segment.provisional ? words + " <span class=\"tag\">\(context.say(.provisional))</span>" : words
    }

    /// Where a component is not known, what the others amount to.
    private func state(_ system: SystemDocument) -> HTMLMarkup {
        let words: HTMLMarkup = "\(context.say(.serviceState(system.state)))"
        guard system.state == "unknown", let known = system.known else { return words }
        let note = context.say(ReportSentence.knownParts(state: context.say(.serviceState(known))))
        return words + "<br><span class=\"note\">\(note)</span>"
    }

    private func kind(_ segment: SegmentDocument) -> HTMLMarkup {
        guard let kind = segment.kind else { return "–" }
        return "\(context.say(.segmentKind(kind)))"
    }

    private func plan(_ segment: SegmentDocument) -> HTMLMarkup {
        guard let plan = segment.plan else { return "–" }
        guard plan.ipv6 else { return "\(context.say(ReportLabel.notPlanned))" }
        guard let target = plan.target else { return "\(context.say(ReportLabel.planned))" }
        return "\(context.say(.planTarget(target)))"
    }

    /// Machines by state, those of each state that occurs, undetermined last.
    private func machines(_ segment: SegmentDocument) -> HTMLMarkup {
        let counts = HostStateCounts(context.document.hosts.lazy.filter { $0.links.contains(segment.id) })
        guard counts.total > 0 else { return "0" }
        let parts = ChartCategory.allCases.filter { counts[$0] > 0 }.map { category -> HTMLMarkup in
            "<li>\(category.title(context.language)): \(context.language.number(counts[category]))</li>"
        }
        return "<b>\(context.language.number(counts.total))</b><ul class=\"plain\">\(parts.joined())</ul>"
    }

    private var systems: HTMLMarkup {
        let systems = context.document.systems
        guard !systems.isEmpty else { return "<p>\(context.say(.noSystems))</p>\n" }
        return HTMLMarkup.table(
            caption: context.say(.systems), isCaptionQuiet: true,
            columns: [.system, .owner, .state, .components].map { context.say($0 as ReportLabel) },
            rows: systems.map { system in
                [
                    HTMLMarkup.name(context.systemName(system.id)) + "<br>" + HTMLMarkup.code(system.id),
                    HTMLMarkup.name(context.agencyName(system.agency)), state(system), components(system),
                ]
            }, rowIdentifiers: systems.map { HTMLContext.anchor("y", $0.id) })
    }

    private func components(_ system: SystemDocument) -> HTMLMarkup {
        guard !system.components.isEmpty else { return "–" }
        let parts = system.components.map { component -> HTMLMarkup in
            let name: HTMLMarkup
            if let host = component.host {
                name = "<a href=\"#\(HTMLContext.anchor("h", host))\">\(HTMLMarkup.name(component.name))</a>"
            } else {
                name = HTMLMarkup.name(component.name)
            }
            return "<li>\(name): \(context.say(.serviceState(component.state)))</li>"
        }
        return "<ul class=\"plain\">\(parts.joined())</ul>"
    }
}
