import ArgumentParser
import Glibc
import Messages

/// The root command: the list of its subcommands, and the one place where the parser's words meet the user's language.
@main struct V6Audit: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "v6audit", abstract: Terminal.text(HelpMessage.tool),
        discussion: Terminal.text(HelpMessage.toolDiscussion) + "\n" + Terminal.text(HelpMessage.exitCodes),
        version: version,
        subcommands: [
            Initialise.self, Scan.self, Interfaces.self, ImportFiles.self, Probe.self, Audit.self, ShowChecklist.self,
            WriteReport.self, Explain.self,
            PinHosts.self,
            Rules.self, Doctor.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let status as ExitStatus {
            Glibc.exit(status.rawValue)
        } catch {
            let code = exitCode(for: error)
            let text = ParserWords.translated(fullMessage(for: error), to: Terminal.language)
            if !text.isEmpty {
                _ = FileOutput.writeAll(Array((text + "\n").utf8), to: code.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
            }
            Glibc.exit(code.rawValue)
        }
    }
}
