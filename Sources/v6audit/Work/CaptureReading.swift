import AuditPipeline
import CaptureInput
import LiveCapture
import Messages
import NetworkTypes
import ObservationFile
import SiteModel
import TrafficObservation

/// Reads the captures that a command names: progress, errors and the status they lead to.
struct CaptureReading {
    let failure: Failure
    let isQuiet: Bool
    let hashesInputs: Bool
    /// pcap-filter(7); nil reads every packet.
    var filter: String?
    var limits = ObservationLimits()

    struct Outcome {
        let result: ScanResult
        /// Success, partial or interrupted; when nothing could be read the command has ended before.
        let status: ExitStatus
    }

    /// - Parameter refuse: captures that must not be read, with the reason.
    func read(_ paths: [String], refuse: (String) -> CommandMessage? = { _ in nil }) throws(ExitStatus) -> Outcome {
        guard !paths.isEmpty else { throw failure.couldNotRun("no-input", CommandMessage.noInput) }
        let inputs: [String]
        do {
            inputs = try CaptureInput.expand(paths) { ObservationFile.recognises($0) }
        } catch {
            failure.inputs([error])
            throw .couldNotRun
        }
        for input in inputs {
            if let reason = refuse(input) { throw failure.couldNotRun("state-secret", reason, file: input) }
        }
        try checkFilter()
        Interruption.install()
        let progress = ProgressLine(isQuiet: isQuiet || failure.isJSON)
        var scan = CaptureScan()
        scan.hashesInputs = hashesInputs
        scan.filter = filter
        scan.limits = limits
        scan.onProgress = { progress.show($0) }
        scan.isCancelled = { Interruption.isRequested }
        let result = scan.run(inputs)
        progress.end()
        failure.inputs(result.errors)
        failure.observations(result)
        guard result.hasReadSomething else { throw .couldNotRun }
        // A file of observations names the captures that it was made from.
        for capture in result.observations.captures {
            if let reason = refuse(capture.path) {
                throw failure.couldNotRun("state-secret", reason, file: capture.path)
            }
        }
        if result.wasInterrupted { Terminal.say(CommandMessage.interrupted) }
        return Outcome(
            result: result, status: result.wasInterrupted ? .interrupted : result.hasErrors ? .partial : .success)
    }

    /// Refuses what no link type can be asked for. Which of them a file has is known when it is read.
    private func checkFilter() throws(ExitStatus) {
        guard let filter else { return }
        let reasons = [LinkType.ethernet, .raw, .linuxCooked, .ieee80211].map { linkType -> String? in
            do throws(CaptureFilterError) {
                _ = try CaptureFilter(filter, linkType: linkType)
                return nil
            } catch {
                return error.reason
            }
        }
        guard !reasons.contains(nil), let reason = reasons[0] else { return }
        throw failure.couldNotRun("filter", LiveMessage.invalidFilter(expression: filter, reason: reason))
    }
}
