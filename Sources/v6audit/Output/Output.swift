import AuditReport
import Glibc
import Messages

/// Prints a command's result: a document as JSON, else the text.
enum Output {
    static func print(_ document: (any Encodable)?, text: @autoclosure () -> String, _ failure: Failure)
        throws(ExitStatus)
    {
        do throws(OutputError) {
            guard let document else { return try FileOutput.write(Array(text().utf8), to: "-") }
            guard let bytes = try? JSONDocumentWriter.write(document) else { throw OutputError(path: "-", code: EIO) }
            try FileOutput.write(bytes, to: "-")
        } catch {
            throw failure.couldNotRun(error)
        }
    }
}
