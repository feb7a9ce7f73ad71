import ArgumentParser
import AuditPipeline
import AuditReport
import HostClassification
import HostCorrelation
import LiveCapture
import Messages
import SiteModel
import TrafficObservation

extension V6Audit {
    /// Reads captures, or captures an interface, and shows the machines in them.
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

        @Option(
            name: [.short, .customLong("output")],
            help: ArgumentHelp(Terminal.text(ObservationHelpMessage.optionOutput), valueName: "x.v6obs"))
        var output: String?

        @OptionGroup var limit: LimitOptions

        @OptionGroup var live: LiveOptions

        @OptionGroup var common: CommonOptions

        func validate() throws {
            if !read.isEmpty, live.interface != nil { throw LiveOptions.usage(.eitherFilesOrInterface) }
            if let output, !output.hasSuffix(".v6obs") {
                throw ValidationError(Terminal.text(ObservationMessage.unknownEnding(path: output)))
            }
        }

        func run() throws {
            let failure = Failure(isJSON: json)
            if live.list { return try InterfaceList(failure).print(failure) }
            let folder = try site.map { try SiteFolder(path: $0, failure: failure) }
            try folder?.checkSegment(segment, failure)
            var segment = segment
            let outcome: CaptureReading.Outcome
            if let interface = live.interface {
                (outcome, segment) = try capture(interface, folder, failure)
            } else {
                // A file of observations says of which captures, so that none counts twice.
                let reading = CaptureReading(
                    failure: failure, isQuiet: common.quiet, hashesInputs: hash || output != nil, filter: live.filter,
                    limits: try limit.limits())
                outcome = try reading.read(read) { folder?.refusal(of: $0, segment: segment) }
            }
            let observed = outcome.result.observations
            if let output {
                try ObservationOutput.write(observed, to: output, failure, isQuiet: common.quiet || json)
            }
            let set = observed.declaring()
            let table = HostCorrelator.correlate(
                set, site: folder?.site, segment: segment, siteFolder: folder?.path ?? "")
            let profiles = HostClassifier.classify(table, set, site: folder?.site)
            let services = ServiceClassifier.classify(table, set, profiles, site: folder?.site)
            let document = ScanDocument(
                set: set, table: table, profiles: profiles, services: services, site: folder?.site,
                siteFolder: folder?.path ?? "", mostHosts: json ? .max : ScanText.mostHosts)
            do throws(OutputError) {
                if json {
                    guard let bytes = try? JSONDocumentWriter.write(document) else {
                        throw OutputError(path: "-", code: 5)
                    }
                    try FileOutput.write(bytes, to: "-")
                } else {
                    try FileOutput.write(
                        Array(ScanText(document, hostCount: profiles.count, Terminal.language).text.utf8), to: "-")
                }
            } catch {
                throw failure.couldNotRun(error)
            }
            throw outcome.status
        }

        private func capture(
            _ interface: String, _ folder: SiteFolder?, _ failure: Failure
        ) throws -> (CaptureReading.Outcome, segment: String?) {
            let configuration = live.configuration(interface: interface)
            let files = try live.files()
            let permission = try folder.map {
                try CapturePermission(
                    $0, interface: configuration.interface, segment: segment, path: files?.path, failure)
            }
            let reading = LiveReading(
                failure: failure, isQuiet: common.quiet, allowsRoot: live.allowRoot, limits: try limit.limits())
            let outcome = try reading.read(
                configuration, files: files, stop: try live.stop(), until: permission?.until)
            return (outcome, permission?.segment ?? segment)
        }
    }
}
