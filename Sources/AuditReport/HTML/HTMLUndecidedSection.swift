import AuditRules
import Messages

/// What no evidence decided for an agency, and what only a person can answer: never counted as pass or fail.
struct HTMLUndecidedSection {
    let context: HTMLContext
    let agency: String
    let questions: [ChecklistItemDocument]
    let unsettled: [UnsettledItemDocument]

    var isEmpty: Bool { questions.isEmpty && unsettled.isEmpty }

    var markup: HTMLMarkup {
        (questions.isEmpty ? .empty : questionTable) + (unsettled.isEmpty ? .empty : unsettledTable)
    }

    /// One row for each rule: its subjects, and each missing fact once.
    private var unsettledTable: HTMLMarkup {
        let items = unsettled.sorted { a, b in
            let (x, y) = (HTMLChecklistSection.rank(a.severity), HTMLChecklistSection.rank(b.severity))
            return (a.phase, x, a.rule) < (b.phase, y, b.rule)
        }
        let table = HTMLMarkup.table(
            caption: context.say(.undecided), isCaptionQuiet: true,
            columns: [.rule, .content, .phase, .subjects, .missing, .command].map { context.say($0 as ReportLabel) },
            rows: items.map { item in
                var commands: [String] = []
                for command in item.missing.map(\.command) where !commands.contains(command) {
                    commands.append(command)
                }
                return [
                    "<span class=\"id\">\(item.rule)</span>", "\(context.title(of: item.rule))", "\(item.phase)",
                    subjects(item.subjects),
                    item.missing.map { HTMLMarkup.code($0.fact) }.joined(separator: "<br>"),
                    commands.map(HTMLMarkup.commands).joined(),
                ]
            }, rowIdentifiers: items.map { HTMLContext.anchor("u", $0.id) })
        return HTMLMarkup.details(
            "\(context.say(.undecided)) (\(context.language.number(items.count)))",
            "<p class=\"note\">\(context.say(.undecidedNote))</p>\(table)")
    }

    private var questionTable: HTMLMarkup {
        let table = HTMLMarkup.table(
            caption: context.say(.questions), isCaptionQuiet: true,
            columns: [.rule, .question, .severity, .phase, .command].map { context.say($0 as ReportLabel) },
            rows: questions.map { item in
                let ask = context.rule(item.rule)?.question?.ask[context.language]
                return [
                    "<span class=\"id\">\(item.rule)</span>", "\(ask ?? context.title(of: item.rule))",
                    "<span class=\"tag \(item.severity)\">\(context.say(.severity(item.severity)))</span>",
                    "\(item.phase)",
                    HTMLMarkup.commands(answer(item.rule)),
                ]
            }, rowIdentifiers: questions.map { HTMLContext.anchor("i", $0.id) })
        return HTMLMarkup.details(
            "\(context.say(.questions)) (\(context.language.number(questions.count)))",
            "<p class=\"note\">\(context.say(.questionsNote))</p>\(table)")
    }

    /// The command that records an answer, with what the question takes and requires.
    private func answer(_ rule: String) -> String {
        var command = "v6audit checklist answer \(rule) --site DIR --agency \(agency) --value "
        guard let question = context.rule(rule)?.question else { return command + "…" }
        switch question.kind {
        case .choice(let options): command += options.map(\.value).joined(separator: "|")
        case .number: command += "N"
        case .date: command += "YYYY-MM-DD"
        }
        if question.requires.contains(.document) { command += " --document …" }
        if question.requires.contains(.date) { command += " --date YYYY-MM-DD" }
        return command
    }

    private func subjects(_ subjects: [SubjectDocument]) -> HTMLMarkup {
        let subject = HTMLSubject(context: context)
        let shown = subjects.prefix(Self.inTheOpen).map(subject.markup).joined(separator: ", ")
        let rest = subjects.dropFirst(Self.inTheOpen)
        guard !rest.isEmpty else { return shown }
        return shown
            + HTMLMarkup.details(
                "\(context.say(.more(rest.count)))", rest.map(subject.markup).joined(separator: ", "))
    }

    private static let inTheOpen = 6
}
