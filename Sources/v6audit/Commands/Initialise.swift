import ArgumentParser
import Foundation
import Messages
import NetworkTypes
import SiteLoading

extension V6Audit {
    /// Makes a site folder: from answers, from options, or as a copy of another.
    struct Initialise: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: Terminal.text(HelpMessage.initialise))

        @Argument(help: ArgumentHelp(Terminal.text(HelpMessage.argumentFolder), valueName: "dir"))
        var folder: String

        @Option(name: .customLong("from"), help: ArgumentHelp(Terminal.text(HelpMessage.optionFrom), valueName: "dir"))
        var source: String?

        @Option(
            name: .customLong("agency"), help: ArgumentHelp(Terminal.text(HelpMessage.optionAgencyID), valueName: "id"))
        var agencyID: String?

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionName), valueName: "text"))
        var name: String?

        @Option(
            name: .customLong("prefix"),
            help: ArgumentHelp(Terminal.text(HelpMessage.optionPrefix), valueName: "prefix"))
        var prefixes: [String] = []

        @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionYes)))
        var yes = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let files = FileManager.default
            if let present = try? files.contentsOfDirectory(atPath: folder), !present.isEmpty {
                throw failure(.folderExists(path: folder))
            }
            if let source {
                try copy(source)
            } else {
                try make(try answers())
            }
            if !common.quiet { Terminal.say(CommandMessage.siteCreated(path: folder)) }
        }

        private struct Answers {
            let id: String
            let name: String
            let prefixes: [IPPrefix]
        }

        private func answers() throws -> Answers {
            let isAsking = agencyID == nil || name == nil
            if isAsking, yes || isatty(STDIN_FILENO) != 1 { throw failure(.needsTerminal) }
            let id = try agencyID ?? ask(.askAgencyID)
            guard MinimalSite.isValid(agencyID: id) else { throw failure(.invalidAgencyID(text: id)) }
            let agencyName = try (name ?? ask(.askAgencyName)).trimmingCharacters(in: .whitespacesAndNewlines)
            guard !agencyName.isEmpty else { throw failure(.emptyAgencyName) }
            let texts =
                isAsking && prefixes.isEmpty ? try ask(.askPrefixes).split(separator: " ").map(String.init) : prefixes
            let parsed = try texts.map { text in
                guard let prefix = IPPrefix(text) else { throw failure(.invalidPrefix(text: text)) }
                return prefix
            }
            return Answers(id: id, name: agencyName, prefixes: parsed)
        }

        private func ask(_ question: CommandMessage) throws -> String {
            _ = FileOutput.writeAll(Array(Terminal.text(question).utf8), to: STDERR_FILENO)
            guard let line = readLine() else { throw failure(.needsTerminal) }
            return line.trimmingCharacters(in: .whitespaces)
        }

        private func make(_ answers: Answers) throws {
            let text = MinimalSite.text(
                agencyID: answers.id, name: answers.name, prefixes: answers.prefixes, language: Terminal.language)
            try createFolder(folder)
            try write(Array(text.utf8), to: folder + "/site.yaml")
            try write(Array((MinimalSite.systemsHeader + "\n").utf8), to: folder + "/systems.csv")
        }

        /// Everything but what an earlier history left.
        private func copy(_ source: String) throws {
            let files = FileManager.default
            guard files.fileExists(atPath: source + "/site.yaml") else { throw failure(.sampleMissing(path: source)) }
            try createFolder(folder)
            for entry in (try? files.contentsOfDirectory(atPath: source).sorted()) ?? []
            where !entry.hasPrefix("history.sqlite") && entry != "observations" {
                do {
                    try files.copyItem(atPath: source + "/" + entry, toPath: folder + "/" + entry)
                } catch {
                    throw failure(.cannotWrite(path: folder + "/" + entry, reason: error.localizedDescription))
                }
            }
        }

        private func createFolder(_ path: String) throws {
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw failure(.cannotWrite(path: path, reason: String(cString: strerror(errno))))
            }
        }

        private func write(_ bytes: [UInt8], to path: String) throws {
            do {
                try FileOutput.write(bytes, to: path)
            } catch {
                throw failure(error.message)
            }
        }

        private func failure(_ message: CommandMessage) -> ExitStatus {
            Terminal.say(message)
            return .couldNotRun
        }
    }
}
