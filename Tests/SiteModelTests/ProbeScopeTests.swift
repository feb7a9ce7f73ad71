import NetworkTypes
import SiteModel
import Testing

/// What may be probed, and what an authorisation covers.
@Suite struct ProbeScopeTests {
    @Test func letsExclusionWin() throws {
        let scope = ProbeScope(
            addresses: [try #require(IPPrefix("10.0.0.0/24"))], names: ["xa.example"],
            excludedAddresses: [try #require(IPPrefix("10.0.0.7/32"))], excludedNames: ["no.xa.example"])
        #expect(scope.allows(try #require(IPAddress("10.0.0.8"))))
        #expect(!scope.allows(try #require(IPAddress("10.0.0.7"))))
        #expect(!scope.allows(try #require(IPAddress("10.0.1.1"))))
        #expect(scope.allows(name: "www.XA.example."))
        #expect(scope.allows(name: "xa.example"))
        #expect(!scope.allows(name: "exa.example"))
        #expect(!scope.allows(name: "a.no.xa.example"))
    }

    @Test func allowsNothingByDefault() throws {
        #expect(!ProbeScope().allows(try #require(IPAddress("10.0.0.1"))))
        #expect(!ProbeScope().allows(name: "a"))
    }

    @Test func coversItsDaysOnly() throws {
        let from = try #require(CalendarDate("2026-11-01"))
        let to = try #require(CalendarDate("2026-12-31"))
        let paper = Authorisation(
            id: "p", document: "1", date: from, actions: [.capture], segments: ["lan"],
            validity: Validity(from: from, to: to))
        #expect(paper.covers(.capture, segment: "lan", on: to))
        #expect(!paper.covers(.probe, segment: "lan", on: to))
        #expect(!paper.covers(.capture, segment: "wifi", on: to))
        #expect(!paper.covers(.capture, segment: "lan", on: try #require(CalendarDate("2027-01-01"))))
    }
}
