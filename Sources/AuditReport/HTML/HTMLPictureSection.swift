import AuditRules
import Messages

/// The one picture: states of machines, of all and of each agency, with the same figures as a table.
struct HTMLPictureSection {
    let context: HTMLContext

    var markup: HTMLMarkup {
        guard !context.document.hosts.isEmpty else {
            return """
                <section id="picture"><h2>\(context.say(.picture))</h2><p>\(context.say(.noHosts))</p></section>

                """
        }
        let chart = HTMLStateChart(language: context.language)
        let bars = self.bars
        return """
            <section id="picture"><h2>\(context.say(.picture))</h2>
            <figure><figcaption class="note">\(context.say(.pictureNote))</figcaption>
            \(HTMLStateChart.patterns)\(bars.map(chart.bar).joined())\(chart.legend(for: bars))</figure>
            \(table(bars))<p class="note">\(context.say(.latentFootnote))</p></section>

            """
    }

    private var bars: [HTMLStateChart.Bar] {
        let hosts = context.document.hosts
        let byAgency = Dictionary(grouping: hosts, by: \.agency)
        let all = HTMLStateChart.Bar(
            identifier: "chart-all", label: context.say(ReportMessage.allAgencies),
            counts: HostStateCounts(hosts).counts)
        let agencies = byAgency.keys.sorted { a, b in
            a == AuditSnapshot.unassigned || (b != AuditSnapshot.unassigned && a < b)
        }
        let others = agencies.map { agency -> HTMLStateChart.Bar in
            HTMLStateChart.Bar(
                identifier: HTMLContext.anchor("chart", agency), label: context.agencyName(agency),
                counts: HostStateCounts(byAgency[agency] ?? []).counts)
        }
        return [all] + others
    }

    private func table(_ bars: [HTMLStateChart.Bar]) -> HTMLMarkup {
        let shown = ChartCategory.allCases.filter { category in bars.contains { ($0.counts[category] ?? 0) > 0 } }
        var columns = [context.say(ReportLabel.agency)]
        columns += shown.map { "\($0.letter) \($0.title(context.language))" }
        columns += [context.say(ReportLabel.total), context.say(ReportLabel.coverage)]
        return HTMLMarkup.table(
            caption: context.say(.picture), columns: columns, numeric: Set(1...(shown.count + 1)),
            rows: bars.map { bar in
                let undetermined = bar.counts[.undetermined] ?? 0
                let determined = bar.total - undetermined
                let cells = shown.map { category -> HTMLMarkup in
                    let count = bar.counts[category] ?? 0
                    let number = context.language.number(count)
                    if category == .undetermined || count == 0 { return "\(number)" }
                    return "\(number) (\(context.language.percentage(count, of: determined)))"
                }
                let total: HTMLMarkup = "\(context.language.number(bar.total))"
                let coverage: HTMLMarkup = "\(context.say(.coverage(determined, of: bar.total)))"
                return [HTMLMarkup.name(bar.label)] + cells + [total, coverage]
            })
    }
}
