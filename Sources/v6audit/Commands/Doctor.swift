import ArgumentParser
import AuditReport
import AuditStorage
import Foundation
import Messages
import SiteLoading

extension V6Audit {
    /// What this machine can do, and the fix for what it cannot.
    struct Doctor: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: Terminal.text(HelpMessage.doctor))

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionSite), valueName: "dir"))
        var site: String?

        @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionJSON)))
        var json = false

        @OptionGroup var common: CommonOptions

        private struct Check {
            let id: String
            let isFine: Bool
            let fact: CommandMessage.DoctorFact
            var fix: CommandMessage.DoctorFact?
        }

        func run() throws {
            let failure = Failure(isJSON: json)
            let checks = machineChecks() + (site.map(siteChecks) ?? [])
            do throws(OutputError) {
                if json {
                    let document = DoctorDocument(
                        checks: checks.map { check in
                            DoctorDocument.Check(
                                id: check.id, ok: check.isFine,
                                fix: check.isFine ? nil : check.fix.map { Terminal.text(CommandMessage.doctor($0)) })
                        })
                    guard let bytes = try? JSONDocumentWriter.write(document) else {
                        throw OutputError(path: "-", code: EIO)
                    }
                    try FileOutput.write(bytes, to: "-")
                } else {
                    try FileOutput.write(Array(text(checks).utf8), to: "-")
                }
            } catch {
                throw failure.couldNotRun(error)
            }
        }

        private func text(_ checks: [Check]) -> String {
            checks.map { check in
                let word = Terminal.text(check.isFine ? CommandMessage.doctorOK : .doctorProblem)
                var line = "\(check.isFine ? "✔" : "✖") \(word): \(Terminal.text(CommandMessage.doctor(check.fact)))"
                if !check.isFine, let fix = check.fix { line += "\n    → \(Terminal.text(CommandMessage.doctor(fix)))" }
                return line + "\n"
            }.joined()
        }

        private func machineChecks() -> [Check] {
            let free = megabytesFree(at: site ?? ".")
            let hasTshark = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").contains {
                FileManager.default.isExecutableFile(atPath: $0 + "/tshark")
            }
            let hasIPv6 = hasGlobalIPv6()
            let mayCapture = hasRawCapability()
            return [
                Check(id: "captures", isFine: true, fact: .readsCaptures),
                Check(id: "language", isFine: true, fact: .fullLanguage(Terminal.language.rawValue)),
                Check(
                    id: "disk", isFine: free >= 200,
                    fact: free >= 200 ? .diskFree(megabytes: free) : .diskFull(path: site ?? ".", megabytes: free),
                    fix: .freeSpace),
                Check(id: "ipv6", isFine: hasIPv6, fact: hasIPv6 ? .hasIPv6 : .noIPv6, fix: .addIPv6),
                Check(id: "tshark", isFine: hasTshark, fact: hasTshark ? .hasTshark : .noTshark, fix: .installTshark),
                Check(
                    id: "capture", isFine: mayCapture, fact: mayCapture ? .canCapture : .cannotCapture,
                    fix: .grantCapture),
            ]
        }

        private func siteChecks(_ folder: String) -> [Check] {
            var checks: [Check] = []
            do {
                _ = try SiteLoader.load(folder: folder)
                checks.append(Check(id: "site", isFine: true, fact: .siteLoads(path: folder)))
            } catch {
                checks.append(Check(id: "site", isFine: false, fact: .siteFails(path: folder), fix: .fixSite))
            }
            let history = folder + "/history.sqlite"
            guard FileManager.default.fileExists(atPath: history) else {
                return checks + [Check(id: "history", isFine: true, fact: .historyMissing)]
            }
            do {
                let store = try SQLiteAuditStore(path: history, readOnly: true)
                try store.verify()
                checks.append(
                    Check(id: "history", isFine: true, fact: .historyReadable(audits: try store.audits().count)))
            } catch {
                checks.append(
                    Check(id: "history", isFine: false, fact: .historyUnreadable(path: history), fix: .moveHistory))
            }
            return checks
        }

        private func megabytesFree(at path: String) -> Int {
            var status = statvfs()
            guard statvfs(path, &status) == 0 else { return 0 }
            return Int(UInt64(status.f_bavail) * UInt64(status.f_frsize) >> 20)
        }

        /// The kernel's list of addresses; scope 0 is global. proc(5).
        private func hasGlobalIPv6() -> Bool {
            guard let text = try? String(contentsOfFile: "/proc/net/if_inet6", encoding: .utf8) else { return false }
            return text.split(separator: "\n").contains { line in
                let fields = line.split(separator: " ")
                return fields.count >= 4 && fields[3] == "00"
            }
        }

        /// Bit 13 of the effective capabilities. capabilities(7).
        private func hasRawCapability() -> Bool {
            guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
                let line = text.split(separator: "\n").first(where: { $0.hasPrefix("CapEff:") }),
                let value = UInt64(line.dropFirst(7).filter { !$0.isWhitespace }, radix: 16)
            else { return false }
            return value >> 13 & 1 == 1
        }
    }
}
