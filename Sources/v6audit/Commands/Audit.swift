import ArgumentParser
import AuditPipeline
import AuditReport
import AuditRules
import AuditStorage
import Foundation
import Messages
import NetworkTypes
import SiteModel
import TrafficObservation

extension V6Audit {
    /// Observes, merges, classifies, applies the rules, stores the audit and writes reports.
    struct Audit: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: Terminal.text(HelpMessage.audit))

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionSite), valueName: "dir"))
        var site: String

        @Option(
            name: [.short, .customLong("read")], parsing: .upToNextOption,
            help: ArgumentHelp(Terminal.text(HelpMessage.optionRead), valueName: "file|dir|-"))
        var read: [String] = []

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionSegment), valueName: "id"))
        var segment: String?

        @Option(
            name: [.short, .customLong("output")],
            help: ArgumentHelp(Terminal.text(HelpMessage.optionOutput), valueName: "x.html|x.json"))
        var output: [String] = []

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionAsOf), valueName: "date"))
        var asOf: String?

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionRules), valueName: "dir"))
        var rules: String?

        @OptionGroup var limit: LimitOptions

        @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionJSON)))
        var json = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let failure = Failure(isJSON: json)
            let folder = try SiteFolder(path: site, failure: failure)
            try folder.checkSegment(segment, failure)
            let reports = try output.map { try ReportOutput($0, failure) }
            let date = try AsOf.parse(asOf, failure)
            let rules = try RuleSet.load(folders: [folder.rulesPath, rules].compactMap { $0 }, failure)
            let store = try History.open(folder, failure)

            let reading = CaptureReading(
                failure: failure, isQuiet: common.quiet, hashesInputs: true, limits: try limit.limits())
            let inputs =
                read.isEmpty
                ? [folder.capturesPath].compactMap { $0 } + ObservationFolder(folder).files : read
            let outcome = try reading.read(inputs) { folder.refusal(of: $0, segment: segment) }
            let set = outcome.result.observations

            let offset = folder.site.utcOffsetMinutes
            let moment =
                date.map { CaptureTime(endOf: $0, offsetMinutes: offset) }
                ?? (set.captures.compactMap(\.lastSeen) + set.probes.map(\.ended)).max()
                ?? set.imports.compactMap(\.made).max() ?? CaptureTime(nanoseconds: 0)
            let id = AuditIdentifier.make(
                Self.evidence(of: set, segment: segment) + folder.contents() + [
                    rules.fingerprint, Array(moment.description.utf8),
                ])
            let engine = AuditEngine(
                site: folder.site, siteFolder: folder.path, rules: rules.rules, segment: segment,
                knownIdentifier: try History.knownIdentifiers(
                    store, segments: Set(folder.site.segments.map(\.id)), failure),
                earlierStates: try History.earlierStates(
                    store, before: moment, window: folder.site.policy.window, failure))
            let snapshot = engine.evaluate(set, asOf: moment, id: id)
            let document = AuditDocument(snapshot: snapshot, rules: rules.rules, siteFolder: folder.path)
            guard let bytes = try? JSONDocumentWriter.write(document) else {
                throw failure.couldNotRun(OutputError(path: "-", code: EIO))
            }
            // An interrupted run has seen only a part: it is reported, never remembered.
            if outcome.status != .interrupted {
                let isNew = try History.save(snapshot, document: bytes, in: store, failure)
                if !common.quiet, !json {
                    Terminal.say(
                        isNew
                            ? CommandMessage.auditStored(
                                id: id, asOf: moment.text(offsetMinutes: offset, microseconds: false))
                            : .auditAlreadyStored(id: id))
                }
            }
            for report in reports {
                try report.write(document, bytes, rules.rules, failure, isQuiet: common.quiet || json)
            }
            if json {
                do { try FileOutput.write(bytes, to: "-") } catch { throw failure.couldNotRun(error) }
            } else if !common.quiet, reports.isEmpty {
                let text = ChecklistText(document, rules.rules, Terminal.language, agency: nil).text
                do { try FileOutput.write(Array(text.utf8), to: "-") } catch { throw failure.couldNotRun(error) }
            }
            throw outcome.status
        }

        /// What identifies the evidence: the content of each capture, not its name; and the segment it was read as.
        private static func evidence(of set: ObservationSet, segment: String?) -> [[UInt8]] {
            set.captures.map { capture in
                Array((capture.sha256 ?? "\(capture.path) \(capture.packets) \(capture.bytes)").utf8)
            } + set.imports.map { Array("\($0.kind.rawValue) \($0.digest)".utf8) }
                + set.probes.map { Array("probe \($0.digest) \($0.results.count)".utf8) }
                + [Array((segment ?? "").utf8)]
        }
    }
}
