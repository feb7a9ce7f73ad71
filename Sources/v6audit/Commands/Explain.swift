import ArgumentParser
import AuditReport
import AuditRules
import Messages

extension V6Audit {
    /// Why: the proof behind a machine, a rule or a checklist item of the stored audit.
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: Terminal.text(HelpMessage.explain))

        @Argument(help: ArgumentHelp(Terminal.text(HelpMessage.argumentSubject), valueName: "host|rule|item"))
        var subject: String

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionSite), valueName: "dir"))
        var site: String

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionAsOf), valueName: "date"))
        var asOf: String?

        @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionJSON)))
        var json = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let failure = Failure(isJSON: json)
            let folder = try SiteFolder(path: site, failure: failure)
            let rules = try RuleSet.load(folders: [folder.rulesPath].compactMap { $0 }, failure)
            let document = try History.document(of: folder, asOf: try AsOf.parse(asOf, failure), failure).document
            let text = ExplainText(document, rules.rules, Terminal.language)
            if let host = document.hosts(matching: subject).first {
                return try Output.print(
                    json ? ExplainDocument(host: host, in: document) : nil, text: text.host(host), failure)
            }
            let parts = subject.split(separator: "@", maxSplits: 1).map(String.init)
            let id = parts.first?.uppercased() ?? ""
            let rule = rules.rules.first { $0.id == id }
            let findings = document.findings.filter { $0.rule == id && (parts.count < 2 || $0.agency == parts[1]) }
            guard rule != nil || !findings.isEmpty else {
                throw failure.couldNotRun("subject", CommandMessage.unknownSubject(text: subject))
            }
            let explained =
                parts.count == 2
                ? ExplainDocument(item: "\(id)@\(parts[1])", rule: rule, in: document)
                : rule.map { ExplainDocument(rule: $0, in: document) }
            guard let explained else {
                throw failure.couldNotRun("subject", CommandMessage.unknownSubject(text: subject))
            }
            try Output.print(json ? explained : nil, text: text.findings(findings), failure)
        }
    }
}
