import ArgumentParser
import Messages

extension V6Audit {
    /// Writes the report of a stored audit.
    struct WriteReport: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "report", abstract: Terminal.text(HelpMessage.report))

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionSite), valueName: "dir"))
        var site: String

        @Option(
            name: [.short, .customLong("output")],
            help: ArgumentHelp(Terminal.text(HelpMessage.optionOutput), valueName: "x.html|x.json"))
        var output: [String]

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionAsOf), valueName: "date"))
        var asOf: String?

        @OptionGroup var common: CommonOptions

        func run() throws {
            let failure = Failure(isJSON: false)
            let reports = try output.map { try ReportOutput($0, failure) }
            let folder = try SiteFolder(path: site, failure: failure)
            let rules = try RuleSet.load(folders: [folder.rulesPath].compactMap { $0 }, failure)
            let stored = try History.document(of: folder, asOf: try AsOf.parse(asOf, failure), failure)
            for report in reports {
                try report.write(stored.document, stored.bytes, rules.rules, failure, isQuiet: common.quiet)
            }
        }
    }
}
