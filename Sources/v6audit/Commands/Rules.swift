import ArgumentParser
import AuditReport
import AuditRules
import Messages

extension V6Audit {
    /// The catalogue of rules.
    struct Rules: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Terminal.text(HelpMessage.rules), subcommands: [List.self, Show.self, Check.self])

        /// All rules, one a line.
        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: Terminal.text(HelpMessage.rulesList))

            @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionRules), valueName: "dir"))
            var rules: String?

            @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionJSON)))
            var json = false

            @OptionGroup var common: CommonOptions

            func run() throws {
                let failure = Failure(isJSON: json)
                let set = try RuleSet.load(folders: [rules].compactMap { $0 }, failure)
                let text = set.rules.map { rule in
                    let severity = Terminal.text(CommandMessage.severityWord(rule.severity.rawValue))
                    return "\(rule.id)  \(rule.phase.rawValue)  \(severity)  \(rule.text.title[Terminal.language])\n"
                }.joined()
                try Output.print(json ? RulesDocument(set.rules) : nil, text: text, failure)
            }
        }

        /// One rule with its reasons and remedies.
        struct Show: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: Terminal.text(HelpMessage.rulesShow))

            @Argument(help: ArgumentHelp(Terminal.text(HelpMessage.argumentRule), valueName: "rule"))
            var rule: String

            @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionRules), valueName: "dir"))
            var rules: String?

            @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionJSON)))
            var json = false

            @OptionGroup var common: CommonOptions

            func run() throws {
                let failure = Failure(isJSON: json)
                let set = try RuleSet.load(folders: [rules].compactMap { $0 }, failure)
                let wanted = rule.uppercased()
                guard let found = set.rules.first(where: { $0.id == wanted || $0.aliases.contains(wanted) }) else {
                    let near = set.rules.map(\.id).first { $0.hasPrefix(wanted.prefix(4)) }
                    throw failure.couldNotRun("rule", CommandMessage.unknownRule(id: rule, suggestion: near))
                }
                try Output.print(
                    json ? RuleDocument(found) : nil, text: RuleDescription(found, Terminal.language).text, failure)
            }
        }

        /// A folder of rules of the user's own: all errors at once.
        struct Check: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: Terminal.text(HelpMessage.rulesCheck))

            @Argument(help: ArgumentHelp(Terminal.text(HelpMessage.argumentRulesFolder), valueName: "dir"))
            var folder: String

            @OptionGroup var common: CommonOptions

            func run() throws {
                let failure = Failure(isJSON: false)
                let sources = try RuleSet.files(in: folder, failure)
                do {
                    let rules = try RuleLoader.load(sources)
                    if !common.quiet { Terminal.say(CommandMessage.rulesAreValid(count: rules.count)) }
                } catch {
                    throw RuleSet.report(error, failure)
                }
            }
        }
    }
}
