import ArgumentParser
import AuditReport
import ConfigurationImport
import Messages
import SiteLoading
import TrafficObservation

extension V6Audit {
    /// Files that say something of the office, taken into the site.
    struct ImportFiles: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: Terminal.text(ImportHelpMessage.abstract),
            discussion: Terminal.text(
                ImportHelpMessage.discussion(kinds: Self.kinds.joined(separator: ", "))))

        private static let kinds = ImporterList.all.map { $0.kind.rawValue }

        @Argument(help: ArgumentHelp(Terminal.text(ImportHelpMessage.argumentKind), valueName: "kind"))
        var kind: String

        @Argument(help: ArgumentHelp(Terminal.text(ImportHelpMessage.argumentFiles), valueName: "file"))
        var files: [String] = []

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionSite), valueName: "dir"))
        var site: String?

        @Option(help: ArgumentHelp(Terminal.text(ImportHelpMessage.optionTemplate), valueName: "x.csv"))
        var template: String?

        @Flag(help: ArgumentHelp(Terminal.text(ImportHelpMessage.optionDryRun)))
        var dryRun = false

        @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionJSON)))
        var json = false

        @OptionGroup var common: CommonOptions

        func validate() throws {
            let known = Self.kinds + ["auto"]
            guard known.contains(kind) else {
                throw ValidationError(
                    Terminal.text(
                        ImportCommandMessage.unknownKind(kind, suggestion: Suggestion.nearest(to: kind, among: known))))
            }
            if template != nil {
                guard kind == ImportKind.inventory.rawValue, files.isEmpty else {
                    throw ValidationError(Terminal.text(ImportCommandMessage.templateAlone))
                }
                return
            }
            guard !files.isEmpty else { throw ValidationError(Terminal.text(CommandMessage.noInput)) }
            guard site != nil || dryRun else {
                throw ValidationError(Terminal.text(ImportCommandMessage.needsSite))
            }
        }

        func run() throws {
            let failure = Failure(isJSON: json)
            if let template {
                do {
                    try FileOutput.write(InventoryTemplate.csv(Terminal.language), to: template)
                } catch {
                    throw failure.couldNotRun(error)
                }
                if template != "-", !common.quiet {
                    Terminal.say(ImportCommandMessage.templateWritten(path: template))
                }
                return
            }
            let folder = try site.map { try SiteFolder(path: $0, failure: failure) }
            let work = ImportWork(kind: ImportKind(rawValue: kind), folder: folder, dryRun: dryRun, failure: failure)
            let result = try work.run(files)
            if json {
                guard let bytes = try? JSONDocumentWriter.write(result.document) else { throw ExitStatus.couldNotRun }
                do { try FileOutput.write(bytes, to: "-") } catch { throw failure.couldNotRun(error) }
            } else if !common.quiet {
                let text = ImportText(result, Terminal.language).text
                do { try FileOutput.write(Array(text.utf8), to: "-") } catch { throw failure.couldNotRun(error) }
            }
            if !result.document.errors.isEmpty {
                result.failures.forEach { failure.imports($0) }
                throw ExitStatus.couldNotRun
            }
        }
    }
}
