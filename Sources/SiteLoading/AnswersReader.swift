import Messages
import NetworkTypes
import SiteModel

/// `answers.yaml` to the answers, waivers and exceptions of a site.
struct AnswersReader {
    static let schema = "v6audit.answers/1"
    static let keys = ["schema", "answers", "waivers", "exceptions"]

    let scalars: ScalarReader

    func read(_ root: YAMLNode, into site: inout Site) {
        guard let file = MappingReader(root, name: "answers.yaml", keys: Self.keys, scalars: scalars) else { return }
        SiteReader.checkSchema(file, Self.schema)
        site.answers = answers(file)
        site.waivers = waivers(file)
        site.exceptions = exceptions(file)
    }

    private func answers(_ file: MappingReader) -> [Answer] {
        let keys = ["rule", "agency", "value", "document", "date", "by", "file", "until"]
        return file.mappings("answers", keys: keys).compactMap { reader in
            let rule = reader.required("rule", scalars.identifier)
            let agency = reader.requiredReference("agency", to: .agency)
            let value = reader.requiredText("value")
            let (document, by, path) = (reader.text("document"), reader.text("by"), reader.text("file"))
            let date = reader.value("date", scalars.date)
            let until = until(reader, date)
            guard let rule, let agency, let value else { return nil }
            return Answer(
                rule: rule.value, agency: agency, value: value.value, document: document?.value, date: date,
                by: by?.value, file: path?.value, until: until, line: reader.node.line)
        }
    }

    private func waivers(_ file: MappingReader) -> [Waiver] {
        let keys = ["item", "subjects", "reason", "approver", "document", "date", "until"]
        return file.mappings("waivers", keys: keys).compactMap { reader in
            let item = reader.requiredText("item").flatMap(item)
            let subjects = reader.values("subjects") { $1.value }
            let (reason, approver) = (reader.requiredText("reason"), reader.requiredText("approver"))
            let document = reader.text("document")?.value
            let date = reader.required("date", scalars.date)
            let until = requiredUntil(reader, date)
            guard let item, let reason, let approver, let date, let until else { return nil }
            return Waiver(
                rule: item.rule, agency: item.agency, subjects: subjects, reason: reason.value,
                approver: approver.value, document: document, date: date, until: until, line: reader.node.line)
        }
    }

    private func exceptions(_ file: MappingReader) -> [Exception] {
        let keys = ["subject", "reason", "compensation", "approver", "document", "date", "until"]
        return file.mappings("exceptions", keys: keys).compactMap { reader in
            let subject = reader.requiredText("subject")
            let (reason, approver) = (reader.requiredText("reason"), reader.requiredText("approver"))
            let (compensation, document) = (reader.text("compensation")?.value, reader.text("document")?.value)
            let date = reader.required("date", scalars.date)
            let until = requiredUntil(reader, date)
            guard let subject, let reason, let approver, let date, let until else { return nil }
            return Exception(
                subject: subject.value, reason: reason.value, compensation: compensation, approver: approver.value,
                document: document, date: date, until: until, line: reader.node.line)
        }
    }

    /// `RULE@agency`.
    private func item(_ text: Located<String>) -> (rule: String, agency: String)? {
        let parts = text.value.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            scalars.report(.wrongForm(key: "item", value: text.value, expected: .item), at: text)
            return nil
        }
        scalars.problems.refer(to: .agency, text.map(parts[1]), file: scalars.file)
        return (parts[0], parts[1])
    }

    private func until(_ reader: MappingReader, _ date: CalendarDate?) -> CalendarDate? {
        let until = reader.value("until", scalars.date)
        let place = reader["until"] ?? reader.node
        return scalars.checked(Validity(from: date, to: until), line: place.line, column: place.column).to
    }

    private func requiredUntil(_ reader: MappingReader, _ date: CalendarDate?) -> CalendarDate? {
        guard reader.requiredText("until") != nil else { return nil }
        return until(reader, date)
    }
}
