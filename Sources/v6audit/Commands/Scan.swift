import ArgumentParser
import AuditPipeline
import AuditReport
import HostClassification
import HostCorrelation
import Messages
import SiteModel

extension V6Audit {
    /// Reads captures and shows the machines in them.
    struct Scan: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: Terminal.text(HelpMessage.scan))

        @Option(
            name: [.short, .customLong("read")], parsing: .upToNextOption,
            help: ArgumentHelp(Terminal.text(HelpMessage.optionRead), valueName: "file|dir|-"))
        var read: [String] = []

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionSite), valueName: "dir"))
        var site: String?

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionSegment), valueName: "id"))
        var segment: String?

        @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionJSON)))
        var json = false

        @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionHash)))
        var hash = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let failure = Failure(isJSON: json)
            let folder = try site.map { try SiteFolder(path: $0, failure: failure) }
            try folder?.checkSegment(segment, failure)
            let reading = CaptureReading(failure: failure, isQuiet: common.quiet, hashesInputs: hash)
            let outcome = try reading.read(read) { folder?.refusal(of: $0, segment: segment) }
            let set = outcome.result.observations
            let table = HostCorrelator.correlate(
                set, site: folder?.site, segment: segment, siteFolder: folder?.path ?? "")
            let profiles = HostClassifier.classify(table, set, site: folder?.site)
            let document = ScanDocument(
                set: set, table: table, profiles: profiles, site: folder?.site, siteFolder: folder?.path ?? "")
            do throws(OutputError) {
                if json {
                    guard let bytes = try? JSONDocumentWriter.write(document) else {
                        throw OutputError(path: "-", code: 5)
                    }
                    try FileOutput.write(bytes, to: "-")
                } else {
                    try FileOutput.write(Array(ScanText(document, Terminal.language).text.utf8), to: "-")
                }
            } catch {
                throw failure.couldNotRun(error)
            }
            throw outcome.status
        }
    }
}
