import Foundation
import Testing

@Suite struct AuditTests {
    @Test func auditingTheSameAgainAddsNothingAndReportsAreIdentical() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        for number in [1, 2] {
            let result = try Tool.run([
                "audit", "--site", site, "-r", site + "/captures", "--as-of", "2026-11-24", "-q",
                "-o", folder.path + "/\(number).html", "-o", folder.path + "/\(number).json",
            ])
            #expect(result.status == 0, "\(result.errors)")
        }
        func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: folder.path + "/" + name)) }
        #expect(try bytes("1.html") == bytes("2.html"))
        #expect(try bytes("1.json") == bytes("2.json"))
        #expect(try Tool.run(["doctor", "--site", site]).text.contains("history readable, one audit"))
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".partial") }
        #expect(left.isEmpty)
    }

    @Test func theStoredAuditAnswersChecklistReportAndExplain() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        #expect(try Tool.run(["checklist", "--site", site]).status == 2)
        #expect(try Tool.run(["audit", "--site", site, "-q"]).status == 0)
        let checklist = try Tool.run(["checklist", "xa-hai-tien", "--site", site, "--json"])
        #expect(checklist.status == 0)
        #expect(checklist.text.contains("\"rule\" : \"RTR-02\""))
        #expect(try Tool.run(["checklist", "no-such-agency", "--site", site]).status == 2)
        #expect(try Tool.run(["report", "--site", site, "-o", folder.path + "/r.html", "-q"]).status == 0)
        let host = try Tool.run(["explain", "b8:27:eb:ba:60:90", "--site", site])
        #expect(host.text.contains("frame.number == "))
        #expect(host.text.contains("b8:27:eb:ba:60:90"))
        #expect(try Tool.run(["explain", "RTR-02", "--site", site, "--json"]).status == 0)
        #expect(try Tool.run(["explain", "nobody", "--site", site]).status == 2)
    }

    @Test func aRogueRouterIsAFailureOfItsSegmentsAgency() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let result = try Tool.run(["audit", "--site", site, "--json"])
        let document = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        let findings = try #require(document["findings"] as? [[String: Any]])
        let rogue = findings.filter { $0["rule"] as? String == "RTR-02" && $0["verdict"] as? String == "fail" }
        #expect(rogue.count == 1)
        #expect(rogue.first?["agency"] as? String == "xa-hai-tien")
        let evidence = rogue.first?["evidence"] as? [Any]
        #expect(evidence?.isEmpty == false)
    }

    @Test func aRoutersAddressesOfOtherLinksAreNotInUseHere() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let result = try Tool.run(["audit", "--site", site, "--json"])
        let document = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        let findings = try #require(document["findings"] as? [[String: Any]])
        func failing(_ rule: String) -> [String] {
            findings.filter { $0["rule"] as? String == rule && $0["verdict"] as? String == "fail" }.compactMap {
                ($0["subject"] as? [String: Any])?["id"] as? String
            }
        }
        // One router serves all segments; only the rogue's prefix is outside the plan.
        #expect(failing("ADDR-04") == ["lan-hai-tien"])
        // Link-local addresses on a segment without planned IPv6 are a warning, not a failure.
        #expect(failing("SEC-06") == [])
    }

    @Test func anUnknownKeyInTheSiteIsNamedWithLineColumnAndSuggestion() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        var text = try String(contentsOfFile: site + "/site.yaml", encoding: .utf8)
        text = text.replacing("policy:", with: "polcy:")
        try text.write(toFile: site + "/site.yaml", atomically: true, encoding: .utf8)
        let result = try Tool.run(["audit", "--site", site])
        #expect(result.status == 2)
        #expect(result.errors.contains("polcy"))
        #expect(result.errors.contains("policy"))
        #expect(result.errors.contains("site.yaml:"))
        #expect(!FileManager.default.fileExists(atPath: site + "/history.sqlite"))
    }

    @Test func aRuleWithAnUnknownFactIsNamed() throws {
        let folder = try TemporaryFolder()
        let rule = Tool.root.appending(path: "Sources/RuleCatalog/Rules/ADDR/ADDR-01-only-link-local.yaml")
        let text = try String(contentsOf: rule, encoding: .utf8).replacing(
            "host.ipv4Addresses", with: "host.ipv4Adresses")
        _ = folder.file("ADDR-01-only-link-local.yaml", Data(text.utf8))
        let result = try Tool.run(["rules", "check", folder.path])
        #expect(result.status == 2)
        #expect(result.errors.contains("host.ipv4Adresses"))
        #expect(result.errors.contains("host.ipv4Addresses"))
    }

    @Test func anUnwritableReportIsAnErrorAndTheHistoryStays() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        #expect(try Tool.run(["audit", "--site", site, "-q"]).status == 0)
        let result = try Tool.run(["report", "--site", site, "-o", folder.path + "/missing/r.html"])
        #expect(result.status == 2)
        #expect(result.errors.contains("missing/r.html"))
        #expect(try Tool.run(["checklist", "--site", site]).status == 0)
    }

    @Test func aDamagedHistoryIsNotCalledNoHistory() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        try Data("no database at all, but long enough to be taken for one".utf8).write(
            to: URL(filePath: site + "/history.sqlite"))
        #expect(try Tool.run(["doctor", "--site", site]).text.contains("cannot be read or is damaged"))
        #expect(try Tool.run(["audit", "--site", site]).status == 2)
        #expect(try Tool.run(["checklist", "--site", site]).status == 2)
    }

    @Test func initNeverOverwrites() throws {
        let folder = try TemporaryFolder()
        _ = folder.file("something")
        #expect(try Tool.run(["init", folder.path, "--agency", "xa-a", "--name", "Xã A", "--yes"]).status == 2)
        let new = folder.path + "/new"
        #expect(
            try Tool.run(["init", new, "--agency", "xa-a", "--name", "Xã A", "--prefix", "10.0.0.0/24", "--yes"]).status
                == 0)
        #expect(try Tool.run(["doctor", "--site", new]).text.contains("loads without errors"))
    }

    @Test func everyDocumentValidatesAgainstItsSchema() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let capture = Tool.samples.appending(path: "office-a/capture.pcap").path
        let documents: [(String, [String])] = [
            ("scan", ["scan", "--json", "-r", capture]), ("audit", ["audit", "--site", site, "--json"]),
            ("checklist", ["checklist", "--site", site, "--json"]), ("rules", ["rules", "list", "--json"]),
            ("rule", ["rules", "show", "RTR-02", "--json"]), ("doctor", ["doctor", "--json"]),
            ("interfaces", ["interfaces", "--json"]),
            ("explain", ["explain", "RTR-02", "--site", site, "--json"]),
        ]
        for (schema, arguments) in documents {
            let document = folder.file("\(schema).json", try Tool.run(arguments).output)
            #expect(try SchemaValidation.problems(of: document, schema) == "", "\(schema)")
        }
        let error = folder.file("error.json", Data(try Tool.run(["scan", "--json", "-r", "/nonexistent"]).errors.utf8))
        #expect(try SchemaValidation.problems(of: error, "error") == "")
    }
}
