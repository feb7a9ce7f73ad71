import AuditReport
import AuditRules
import Messages

/// One `-o`: a path whose ending says the format.
struct ReportOutput {
    enum Format { case html, json }

    let path: String
    let format: Format

    init(_ path: String, _ failure: Failure) throws(ExitStatus) {
        self.path = path
        if path.hasSuffix(".html") {
            format = .html
        } else if path.hasSuffix(".json") {
            format = .json
        } else {
            _ = failure.couldNotRun("format", CommandMessage.unknownFormat(path: path), file: path)
            throw .usage
        }
    }

    func write(
        _ document: AuditDocument, _ bytes: [UInt8], _ rules: [Rule], _ failure: Failure, isQuiet: Bool
    ) throws(ExitStatus) {
        let content: [UInt8]
        switch format {
        case .json: content = bytes
        case .html: content = Array(HTMLRenderer(language: Terminal.language).render(document, rules: rules).utf8)
        }
        do {
            try FileOutput.write(content, to: path)
        } catch {
            throw failure.couldNotRun(error)
        }
        if !isQuiet { Terminal.say(CommandMessage.reportWritten(path: path)) }
    }
}
