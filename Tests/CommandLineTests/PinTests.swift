import Foundation
import Testing

/// A person's statement is remembered in the site's own file, and heeded by the next audit.
@Suite struct PinTests {
    private func bytes(_ site: String) throws -> Data { try Data(contentsOf: URL(filePath: site + "/site.yaml")) }
    private func text(_ site: String) throws -> String { String(decoding: try bytes(site), as: UTF8.self) }

    private func object(_ result: Tool.Result) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    }

    private let printer = "3c:d9:2b:11:22:33"
    private let by = ["--by", "Văn phòng", "--on", "2026-11-24"]

    @Test func aStatementIsAppendedAndNothingElseChanges() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let before = try text(site)
        let result = try Tool.run(
            ["pin", "10.20.40.10", "2001:db8:20:40::10", "--same", "--why", "hai địa chỉ, một máy", "--site", site] + by
        )
        #expect(result.status == 0, "\(result.errors)")
        let line = """
              - {same: [10.20.40.10, "2001:db8:20:40::10"], by: Văn phòng, on: 2026-11-24, why: "hai địa chỉ, một máy"}

            """
        #expect(try text(site) == before + line)
        #expect(result.text == "+ " + line)
        let left = try FileManager.default.contentsOfDirectory(atPath: site).filter { $0.hasSuffix(".partial") }
        #expect(left.isEmpty)

        #expect(try Tool.run(["pin", "--undo", "4", "--site", site]).status == 0)
        #expect(try text(site) == before)
    }

    @Test func whoMayReadTheFileStaysAndALinkStaysALink() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let real = folder.path + "/real.yaml"
        try FileManager.default.moveItem(atPath: site + "/site.yaml", toPath: real)
        try FileManager.default.createSymbolicLink(atPath: site + "/site.yaml", withDestinationPath: real)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: real)
        #expect(try Tool.run(["pin", "--undo", "1", "--site", site]).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: site + "/site.yaml") == real)
        let mode = try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func aDryRunShowsTheChangeAndWritesNothing() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let before = try bytes(site)
        let undo = try Tool.run(["pin", "--undo", "2", "--dry-run", "--site", site])
        #expect(undo.status == 0)
        #expect(undo.text.hasPrefix("-   - {same: [\"00:0d:b9:4a:30:01\", \"00:0d:b9:4a:50:01\"]"))
        #expect(undo.errors.contains("Nothing was changed"))
        let add = try Tool.run(
            ["pin", printer, "10.20.30.50", "--same", "--why", "x", "--dry-run", "--site", site] + by)
        #expect(add.status == 0)
        #expect(add.text.hasPrefix("+   - {same:"))
        #expect(try bytes(site) == before)
    }

    @Test func aHostIdIsWrittenAsItsMACAndTheNextAuditHeedsIt() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let audit = ["audit", "--site", site, "-r", site + "/captures/hai-hau.pcapng", "--json"]
        let hosts = try #require(try object(Tool.run(audit))["hosts"] as? [[String: Any]])
        let plain = hosts.filter { host in
            (host["macs"] as? [String])?.count == 1 && host["links"] as? [String] == ["may-chu"]
        }
        try #require(plain.count > 1)
        let ids = try plain.prefix(2).map { try #require($0["id"] as? String) }
        let macs = plain.prefix(2).compactMap { ($0["macs"] as? [String])?.first }
        let result = try Tool.run(
            ["pin", ids[0], ids[1], "--same", "--why", "thử", "--site", site, "--json", "-q"] + by)
        #expect(result.status == 0, "\(result.errors)")
        let statements = try #require(try object(result)["statements"] as? [[String: Any]])
        #expect(statements.last?["keys"] as? [String] == macs)
        #expect((statements.last?["hosts"] as? [String])?.isEmpty == true)

        let after = try #require(try object(Tool.run(audit))["hosts"] as? [[String: Any]])
        let joined = after.first { Set($0["macs"] as? [String] ?? []) == Set(macs) }
        let merges = joined?["merges"] as? [[String: Any]]
        #expect(merges?.contains { $0["key"] as? String == "P" && $0["value"] as? String == "thử" } == true)
        let list = try Tool.run(["pin", "--list", "--site", site])
        #expect(list.text.contains("4  one machine: \(macs.joined(separator: ", "))"))
        #expect(list.text.contains("holds in the newest audit"))
        let explained = try Tool.run(["explain", macs[0], "--site", site])
        #expect(explained.text.contains("P, a responsible person's statement, 100 %: thử"))
    }

    @Test func theOppositeOfAStatementIsRefusedWithBothLines() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let before = try bytes(site)
        let lines = try text(site).split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0.contains("{same: [") }) + 1
        let result = try Tool.run(
            ["pin", "00:0d:b9:4a:40:01", "00:0d:b9:4a:30:01", "--different", "--why", "x", "--site", site] + by)
        #expect(result.status == 2)
        #expect(result.errors.contains("site.yaml:\(first): same:"))
        #expect(result.errors.contains("site.yaml:\(first + 3): different:"))
        #expect(try bytes(site) == before)
    }

    @Test func theSameStatementAgainChangesNothing() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let before = try bytes(site)
        let result = try Tool.run(
            ["pin", "00:0d:b9:4a:40:01", "00:0d:b9:4a:30:01", "--same", "--why", "x", "--site", site] + by)
        #expect(result.status == 0)
        #expect(result.errors.contains("says so already"))
        #expect(try bytes(site) == before)
    }

    @Test func whatCannotBeMeantIsRefused() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let before = try bytes(site)
        let end = ["--why", "x", "--site", site] + by
        let wrong: [([String], Int32, String)] = [
            (["pin", "h-0000000000000000", printer, "--same"] + end, 2, "none is stored"),
            (["pin", "may-in", printer, "--same"] + end, 2, "is no machine"),
            (["pin", printer.uppercased(), printer, "--same"] + end, 2, "Both are"),
            (["pin", printer, "--same"] + end, 64, "two machines"),
            (["pin", printer, "10.0.0.1"] + end, 64, "exactly one"),
            (["pin", printer, "10.0.0.1", "--same", "--different"] + end, 64, "exactly one"),
            (["pin", printer, "10.0.0.1", "--same", "--site", site] + by, 64, "--why"),
            (["pin", printer, "10.0.0.1", "--same", "--why", "a\nb", "--site", site], 64, "one line"),
            (["pin", printer, "10.0.0.1", "--same", "--why", "x", "--on", "hôm nay", "--site", site], 64, "date"),
            (["pin", printer, "10.0.0.1", "--same", "--why", "x", "--site", site], 2, "--by"),
            (["pin", "--undo", "4", "--site", site], 2, "1 to 3"),
            (["pin", "--undo", "0", "--site", site], 2, "1 to 3"),
            (["pin", "--undo", "1", "--list", "--site", site], 64, "--undo"),
            (["pin", printer, "--list", "--site", site], 64, "--list"),
        ]
        for (arguments, status, words) in wrong {
            let result = try Tool.run(arguments)
            #expect(result.status == status, "\(arguments)")
            #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
        }
        #expect(try bytes(site) == before)
    }

    @Test func anUnknownIdIsRefusedAndAnUnseenAddressIsNoticed() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        #expect(try Tool.run(["audit", "--site", site, "-q"]).status == 0)
        let end = ["--same", "--why", "x", "--site", site] + by
        let unknown = try Tool.run(["pin", "h-0000000000000000", printer] + end)
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("is no machine"))
        let unseen = try Tool.run(["pin", "203.0.113.77", "10.20.40.10"] + end)
        #expect(unseen.status == 0)
        #expect(unseen.errors.contains("203.0.113.77 is no machine's in the newest audit"))
    }

    @Test func theOneAgencyOfASiteSpeaksForIt() throws {
        let folder = try TemporaryFolder()
        let site = folder.path + "/new"
        #expect(
            try Tool.run(["init", site, "--agency", "xa-a", "--name", "UBND xã A", "--prefix", "10.0.0.0/24", "--yes"])
                .status == 0)
        let result = try Tool.run(["pin", "10.0.0.1", "10.0.0.2", "--different", "--why", "hai máy", "--site", site])
        #expect(result.status == 0, "\(result.errors)")
        #expect(try text(site).contains("  - {different: [10.0.0.1, 10.0.0.2], by: UBND xã A, on: "))
        #expect(try Tool.run(["pin", "--list", "--site", site, "--lang", "vi"]).text.contains("các máy khác nhau"))
    }

    @Test func documentsValidateAgainstTheSchema() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        #expect(try Tool.run(["audit", "--site", site, "-q"]).status == 0)
        let runs = [
            ["pin", "--list", "--site", site, "--json"],
            ["pin", printer, "10.20.30.50", "--same", "--why", "x", "--site", site, "--json", "-q"] + by,
            ["pin", "--undo", "1", "--dry-run", "--site", site, "--json", "-q"],
        ]
        for arguments in runs {
            let result = try Tool.run(arguments)
            #expect(result.status == 0, "\(result.errors)")
            #expect(try SchemaValidation.problems(of: folder.file("pins.json", result.output), "pins") == "")
        }
        let explained = try Tool.run(["explain", "00:0d:b9:4a:30:01", "--site", site, "--json"])
        #expect(try SchemaValidation.problems(of: folder.file("explain.json", explained.output), "explain") == "")
        let error = try Tool.run(["pin", "--undo", "99", "--site", site, "--json"])
        #expect(try SchemaValidation.problems(of: folder.file("error.json", Data(error.errors.utf8)), "error") == "")
    }

    @Test func helpIsInBothLanguages() throws {
        #expect(try Tool.run(["pin", "--help"]).text.contains("post that says so, never a person's"))
        #expect(try Tool.run(["pin", "--help", "--lang", "vi"]).text.contains("không nhập tên người"))
    }
}
