import AuditPipeline
import AuditReport
import AuditRules
import CaptureInput
import ConfigurationImport
import Glibc
import Messages
import ObservationFile
import PacketCapture
import SiteLoading
import TrafficObservation

/// Says what went wrong: as sentences, or with `--json` as `v6audit.error/1`, on standard error.
struct Failure {
    let isJSON: Bool

    /// Says one thing and gives the status to end with.
    func couldNotRun(_ code: String, _ message: some LocalizedMessage, file: String? = nil) -> ExitStatus {
        say([ErrorDocument.Problem(code: code, message: Terminal.text(message), file: file)])
        return .couldNotRun
    }

    func couldNotRun(_ error: OutputError) -> ExitStatus { couldNotRun("output", error.message, file: error.path) }

    func inputs(_ errors: [InputError]) {
        say(
            errors.map { error in
                var offset: UInt64?
                if case .capture(let damage) = error.reason { offset = damage.offset }
                return ErrorDocument.Problem(
                    code: "input", message: Terminal.text(error.message), file: error.path, offset: offset)
            })
    }

    /// Files of observations that could not be taken up.
    func observations(_ result: ScanResult) {
        say(
            result.observationErrors.map {
                ErrorDocument.Problem(
                    code: "observations", message: Terminal.text($0.message), file: $0.path, offset: $0.offset)
            }
                + result.overlaps.map {
                    ErrorDocument.Problem(
                        code: "overlap",
                        message: Terminal.text(
                            ObservationMessage.overlap(path: $0.path, first: $0.first, second: $0.second)),
                        file: $0.path)
                })
    }

    /// All problems of a site at once.
    func site(_ error: SiteError) -> ExitStatus {
        say(
            error.problems.map { problem in
                ErrorDocument.Problem(
                    code: "site",
                    message: isJSON ? problem.message.text(in: Terminal.language) : problem.text(in: Terminal.language),
                    file: problem.file, line: problem.line > 0 ? problem.line : nil,
                    column: problem.column > 0 ? problem.column : nil)
            })
        if !isJSON { Terminal.say(CommandMessage.siteHasProblems(count: error.problems.count)) }
        return .couldNotRun
    }

    /// All problems of a file to import at once.
    func imports(_ error: ImportFailure) {
        say(
            error.problems.map { problem in
                let place = ImportFailure(path: error.path, problems: [problem])
                return ErrorDocument.Problem(
                    code: "import",
                    message: isJSON ? problem.message.text(in: Terminal.language) : place.text(in: Terminal.language),
                    file: error.path, line: problem.line > 0 ? Int(problem.line) : nil,
                    column: problem.column > 0 ? Int(problem.column) : nil)
            })
    }

    /// All problems of rule files at once.
    func rules(_ error: RuleError) {
        say(
            error.problems.map { problem in
                ErrorDocument.Problem(
                    code: "rules",
                    message: isJSON ? problem.message.text(in: Terminal.language) : problem.text(in: Terminal.language),
                    file: problem.file, line: problem.line > 0 ? problem.line : nil,
                    column: problem.column > 0 ? problem.column : nil)
            })
        if !isJSON { Terminal.say(CommandMessage.rulesHaveProblems(count: error.problems.count)) }
    }

    private func say(_ problems: [ErrorDocument.Problem]) {
        guard let first = problems.first else { return }
        if isJSON {
            let document = ErrorDocument(first, others: Array(problems.dropFirst()))
            if let bytes = try? JSONDocumentWriter.write(document) { _ = FileOutput.writeAll(bytes, to: STDERR_FILENO) }
        } else {
            for problem in problems { Terminal.say(line: problem.message) }
        }
    }
}
