import ArgumentParser
import AuditReport
import Messages

extension V6Audit {
    /// What each agency has to do, from the stored audit.
    struct ShowChecklist: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "checklist", abstract: Terminal.text(HelpMessage.checklist))

        @Argument(help: ArgumentHelp(Terminal.text(HelpMessage.argumentAgency), valueName: "agency"))
        var agency: String?

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
            let stored = try History.document(of: folder, asOf: try AsOf.parse(asOf, failure), failure)
            let known = stored.document.checklists.map(\.agency)
            if let agency, !known.contains(agency) {
                throw failure.couldNotRun("agency", CommandMessage.unknownAgency(id: agency, known: known))
            }
            do throws(OutputError) {
                if json {
                    guard let bytes = try? JSONDocumentWriter.write(ChecklistDocument(stored.document, agency: agency))
                    else {
                        throw OutputError(path: "-", code: 5)
                    }
                    try FileOutput.write(bytes, to: "-")
                } else {
                    let text = ChecklistText(stored.document, rules.rules, Terminal.language, agency: agency).text
                    try FileOutput.write(Array(text.utf8), to: "-")
                }
            } catch {
                throw failure.couldNotRun(error)
            }
        }
    }
}
