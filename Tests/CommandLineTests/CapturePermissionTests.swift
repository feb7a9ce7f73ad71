import Foundation
import Testing

/// What a site says about capturing is asked before the interface is opened, so that no right is needed here: where
/// capturing is allowed the next thing said is that there is no such interface, or no right to open one.
@Suite struct CapturePermissionTests {
    private func run(
        _ folder: TemporaryFolder, authorisations: String, segment: String? = "lan-hai-hau", captures: String? = nil
    ) throws -> Tool.Result {
        let site = try folder.sampleSite()
        let path = site + "/site.yaml"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        let start = try #require(text.range(of: "authorisations:"))
        let end = try #require(text.range(of: "pins:"))
        text.replaceSubrange(start.lowerBound..<end.lowerBound, with: "authorisations: [\(authorisations)]\n")
        if let captures {
            text = text.replacingOccurrences(of: "captures:\n", with: "captures:\n  - \(captures)\n")
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try Tool.run(
            ["scan", "-i", "no-such-if", "--site", site] + (segment.map { ["--segment", $0] } ?? []))
    }

    private func authorisation(
        _ segment: String = "lan-hai-hau", from: String? = "2000-01-01", to: String? = "2999-12-31",
        signer: String? = "Chủ tịch", actions: String = "capture"
    ) -> String {
        var text = "{id: cp-1, document: 1/QĐ, date: 2000-01-01, actions: [\(actions)], segments: [\(segment)]"
        if let signer { text += ", signer: \(signer)" }
        if let from { text += ", from: \(from)" }
        if let to { text += ", to: \(to)" }
        return text + "}"
    }

    private func isAllowed(_ result: Tool.Result) -> Bool {
        result.errors.contains("no-such-if") && !result.errors.contains("site.yaml")
    }

    @Test func aCaptureWithAnAuthorisationOfTodayIsAllowed() throws {
        let result = try run(TemporaryFolder(), authorisations: authorisation())
        #expect(isAllowed(result))
    }

    @Test func aStateSecretSegmentIsRefusedWhateverIsRecorded() throws {
        let result = try run(TemporaryFolder(), authorisations: authorisation("co-yeu"), segment: "co-yeu")
        #expect(result.status == 2)
        #expect(result.errors.contains("state-secret"))
        #expect(result.errors.contains("site.yaml"))
        #expect(result.output.isEmpty)
    }

    @Test func anInterfaceThatTheSiteAssignsToAStateSecretSegmentIsRefused() throws {
        let captures = "{files: \"interface no-such-if\", segment: co-yeu}"
        for segment in ["lan-hai-hau", nil] {
            let result = try run(
                TemporaryFolder(), authorisations: authorisation(), segment: segment, captures: captures)
            #expect(result.status == 2)
            #expect(result.errors.contains("state-secret"))
        }
    }

    @Test(arguments: ["", "other-segment", "probe"])
    func withoutAnAuthorisationForTheSegmentItIsRefused(kind: String) throws {
        let authorisations = [
            "": "", "other-segment": authorisation("may-chu"), "probe": authorisation(actions: "probe"),
        ]
        let result = try run(TemporaryFolder(), authorisations: authorisations[kind, default: ""])
        #expect(result.status == 2)
        #expect(result.errors.contains("lan-hai-hau"))
        #expect(result.errors.contains("authorisations:"))
        #expect(result.errors.contains("site.yaml"))
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    @Test func anAuthorisationThatIsOverOrNotYetValidSaysWhen() throws {
        let over = try run(TemporaryFolder(), authorisations: authorisation(to: "2001-12-31"))
        #expect(over.status == 2)
        #expect(over.errors.contains("2001-12-31"))
        let early = try run(TemporaryFolder(), authorisations: authorisation(from: "2990-01-01"))
        #expect(early.status == 2)
        #expect(early.errors.contains("2990-01-01"))
    }

    @Test func anAuthorisationWithoutSignerOrWindowNamesWhatIsMissing() throws {
        let result = try run(TemporaryFolder(), authorisations: authorisation(from: nil, to: nil, signer: nil))
        #expect(result.status == 2)
        #expect(result.errors.contains("cp-1 lacks signer, from, to"))
    }

    @Test func theSegmentMayComeFromTheSitesEntryForTheInterface() throws {
        let without = try run(TemporaryFolder(), authorisations: authorisation(), segment: nil)
        #expect(without.status == 2)
        #expect(without.errors.contains("--segment"))
        #expect(without.errors.contains("interface no-such-if"))
        let with = try run(
            TemporaryFolder(), authorisations: authorisation(), segment: nil,
            captures: "{files: \"interface no-such-if\", segment: lan-hai-hau}")
        #expect(isAllowed(with))
    }
}
