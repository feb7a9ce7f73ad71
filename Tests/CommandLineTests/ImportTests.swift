import Foundation
import Testing

@Suite struct ImportTests {
    static let router = """
        hostname rt-haihau
        !
        ipv6 unicast-routing
        !
        interface Vlan10
         ip address 10.20.30.1 255.255.255.0
         ipv6 address 2001:DB8:20:30::1/64
        !
        interface Vlan99
         ip address 10.20.30.250 255.255.255.0
        !
        end

        """
    static let zone = """
        $ORIGIN haihau.example.
        $TTL 3600
        @ IN SOA ns1 admin 1 2 3 4 5
        @ IN NS ns1
        ns1 A 10.20.40.53
            AAAA 2001:db8:20:40::53

        """

    private func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func files(_ site: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: site + "/observations")) ?? []).sorted()
    }

    @Test func aFormatIsRecognisedAndImportingTwiceChangesNothing() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let inputs = [
            folder.file("r1.cfg", Data(Self.router.utf8)), folder.file("haihau.zone", Data(Self.zone.utf8)),
        ]
        let first = try Tool.run(["import", "auto"] + inputs + ["--site", site, "--json"])
        #expect(first.status == 0, Comment(rawValue: first.errors))
        let document = try object(first.output)
        #expect(document["added"] as? Int == 2 && document["kind"] is NSNull)
        let path = folder.file("import.json", first.output)
        #expect(try SchemaValidation.problems(of: path, "import") == "")
        let written = files(site)
        #expect(written.count == 2)
        let again = try object(try Tool.run(["import", "auto"] + inputs + ["--site", site, "--json"]).output)
        #expect(again["added"] as? Int == 0 && again["unchanged"] as? Int == 2)
        #expect(files(site) == written)
    }

    @Test func aDryRunNeedsNoSiteAndWritesNothing() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let input = folder.file("r1.cfg", Data(Self.router.utf8))
        #expect(try Tool.run(["import", "cisco-ios", input, "--dry-run"]).status == 0)
        #expect(try Tool.run(["import", "cisco-ios", input, "--site", site, "--dry-run"]).status == 0)
        #expect(files(site).isEmpty)
    }

    @Test func oneBadFileKeepsAllFromBeingImported() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let good = folder.file("r1.cfg", Data(Self.router.utf8))
        let bad = folder.file("bad.zone", Data((Self.zone + "ns2 A not-an-address\nns3 AAAA 1.2.3.4\n").utf8))
        let result = try Tool.run(["import", "auto", good, bad, "--site", site, "--json"])
        #expect(result.status == 2)
        let errors = try #require(try object(result.output)["errors"] as? [[String: Any]])
        #expect(errors.compactMap { $0["line"] as? Int } == [7, 8])
        #expect(files(site).isEmpty)
        let text = try Tool.run(["import", "auto", good, bad, "--site", site])
        #expect(text.errors.contains("bad.zone:7"))
    }

    @Test func whatCannotBeRecognisedSaysSo() throws {
        let folder = try TemporaryFolder()
        let result = try Tool.run(["import", "auto", folder.file("x.txt", Data("hello\nworld\n".utf8)), "--dry-run"])
        #expect(result.status == 2 && result.errors.contains("not recognised"))
        #expect(try Tool.run(["import", "cisco-io", folder.file("y"), "--dry-run"]).status == 64)
        #expect(try Tool.run(["import", "auto", folder.path + "/none", "--dry-run"]).status == 2)
        #expect(try Tool.run(["import", "auto", folder.path, "--dry-run"]).status == 2)
        #expect(try Tool.run(["import", "auto", folder.file("empty"), "--dry-run"]).status == 2)
        #expect(try Tool.run(["import", "auto", folder.file("z")]).status == 64)
    }

    @Test func aListOfDevicesGoesIntoTheSitesOwnList() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let before = try Data(contentsOf: URL(filePath: site + "/systems.csv"))
        let list = folder.file(
            "list.csv", Data("STT;Tên thiết bị;Địa chỉ IP;Loại\n1;Máy in tầng 2;10.20.30.177;Máy in\n".utf8))
        let first = try Tool.run(["import", "inventory", list, "--site", site, "--json"])
        #expect(first.status == 0, Comment(rawValue: first.errors))
        #expect(try object(first.output)["added"] as? Int == 1)
        let after = try Data(contentsOf: URL(filePath: site + "/systems.csv"))
        #expect(after.starts(with: before) && after.count > before.count)
        let again = try object(try Tool.run(["import", "inventory", list, "--site", site, "--json"]).output)
        #expect(again["added"] as? Int == 0 && again["unchanged"] as? Int == 1)
        #expect(try Data(contentsOf: URL(filePath: site + "/systems.csv")) == after)
        // The site is still whole.
        #expect(try Tool.run(["checklist", "--site", site, "--json"]).errors.contains("systems.csv") == false)
    }

    @Test func theTemplateIsReadBack() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/template.csv"
        #expect(try Tool.run(["import", "inventory", "--template", path]).status == 0)
        #expect(try Tool.run(["import", "inventory", path, "--dry-run"]).status == 0)
    }

    @Test func anAuditTakesWhatWasImportedWithItsLine() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let input = folder.file("r1.cfg", Data(Self.router.utf8))
        #expect(try Tool.run(["import", "auto", input, "--site", site, "--quiet"]).status == 0)
        let result = try Tool.run(["audit", "--site", site, "--json"])
        #expect(result.status == 0, Comment(rawValue: result.errors))
        let path = folder.file("audit.json", result.output)
        #expect(try SchemaValidation.problems(of: path, "audit") == "")
        let hosts = try #require(try object(result.output)["hosts"] as? [[String: Any]])
        let router = try #require(
            hosts.first { host in
                ((host["ipv4"] as? [[String: Any]]) ?? []).contains { $0["address"] as? String == "10.20.30.250" }
            })
        // The router that was captured and the one that is configured are one machine.
        #expect((router["macs"] as? [String])?.isEmpty == false)
        let merges = try #require(router["merges"] as? [[String: Any]])
        let configured = merges.filter { $0["key"] as? String == "A1" }
        let evidence = configured.flatMap { ($0["evidence"] as? [[String: Any]]) ?? [] }
        #expect(evidence.contains { $0["file"] as? String == input && $0["line"] as? Int == 6 })
        // With -r exactly those captures count.
        let captures = try Tool.run(["audit", "--site", site, "--json", "-r", site + "/captures"])
        #expect(!captures.text.contains("10.20.30.250"))
    }

    @Test func oneEndlessLineIsRefusedWithoutReadingIt() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/long"
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/truncate")
        process.arguments = ["-s", "1G", path]
        try process.run()
        process.waitUntilExit()
        let result = try Tool.run(["import", "auto", path, "--dry-run"])
        #expect(result.status == 2 && result.errors.split(separator: "\n").count == 1)
    }
}
