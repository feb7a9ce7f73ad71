import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import ActiveProbe

@Suite struct ProbeGateTests {
    private func refusal(_ text: String, _ host: ConfiguredHost? = nil, site: Site = ProbeFixture.site())
        -> ProbeRefusal?
    {
        do throws(ProbeRefusal) {
            _ = try ProbeFixture.gate(site).permit(ProbeFixture.address(text), of: host, at: ProbeFixture.time)
            return nil
        } catch {
            return error
        }
    }

    @Test func whatTheScopeNamesAndAnAuthorisationCoversIsPermitted() {
        #expect(refusal("10.77.2.5") == nil)
        #expect(refusal("2001:db8:77:2::5") == nil)
    }

    @Test(arguments: [
        "192.0.2.1", "2001:db8:78::1", "10.77.2.200", "fe80::1", "ff02::1", "::ffff:10.77.2.5", "64:ff9b::a4d:205",
        "255.255.255.255", "224.0.0.1", "10.77.2.0",
    ])
    func nothingOutsideTheScopeIsPermitted(text: String) { #expect(refusal(text) == .outsideScope) }

    @Test func theBroadcastAddressOfALinkIsNoMachine() {
        var site = ProbeFixture.site()
        site.scope.excludedAddresses = []
        #expect(refusal("10.77.2.255", site: site) == .outsideScope)
    }

    @Test func aLinkWithStateSecretsIsNeverTouched() {
        #expect(refusal("10.77.4.5") == .stateSecret)
        #expect(refusal("2001:db8:77:4::5") == .stateSecret)
        // By the word of the row, whatever its address says.
        #expect(refusal("10.77.2.5", ProbeFixture.host("a", ["10.77.2.5"], segment: "mat")) == .stateSecret)
        // By its address, whatever the row says.
        #expect(refusal("10.77.4.5", ProbeFixture.host("a", ["10.77.4.5"])) == .stateSecret)
    }

    @Test func anAddressThatAnotherRowPutsOnASecretLinkIsNotTouched() {
        let site = ProbeFixture.site([ProbeFixture.host("bi-mat", ["10.77.2.9"], segment: "mat")])
        #expect(refusal("10.77.2.9", ProbeFixture.host("thuong", ["10.77.2.9"]), site: site) == .stateSecret)
    }

    @Test func everySegmentThatIsConcernedHasToBeAuthorised() {
        #expect(refusal("10.77.5.5") == .notAuthorised)
        #expect(refusal("10.77.5.5", ProbeFixture.host("a", ["10.77.5.5"])) == .notAuthorised)
        // On no segment at all.
        #expect(refusal("10.77.9.9") == .notAuthorised)
    }

    @Test func anAuthorisationWithoutSignerOrWindowIsNone() {
        #expect(refusal("10.77.2.5", site: ProbeFixture.site(authorisations: [])) == .notAuthorised)
        let unsigned = ProbeFixture.authorisation(signer: nil)
        #expect(refusal("10.77.2.5", site: ProbeFixture.site(authorisations: [unsigned])) == .notAuthorised)
        var endless = ProbeFixture.authorisation()
        endless.validity.to = nil
        #expect(refusal("10.77.2.5", site: ProbeFixture.site(authorisations: [endless])) == .notAuthorised)
    }

    @Test func whatIsMissingIsSaid() throws {
        let day = try #require(ProbeFixture.day)
        func gap(_ authorisations: [Authorisation]) -> AuthorisationGap {
            ProbeFixture.gate(ProbeFixture.site(authorisations: authorisations)).gap(on: day, segments: ["khac"])
        }
        #expect(gap([]) == .none)
        #expect(gap([ProbeFixture.authorisation(signer: "")]) == .incomplete(id: "cp-1", parts: [.signer]))
        #expect(gap([ProbeFixture.authorisation()]) == .otherSegments(missing: ["khac"]))
        var past = ProbeFixture.authorisation()
        past.validity.to = CalendarDate(year: 2026, month: 2, day: 1)
        #expect(gap([past]) == .over(id: "cp-1", last: try #require(past.validity.to)))
    }

    @Test func resolversAreForQuestionsOnlyAndNotOnSecretLinks() {
        var site = ProbeFixture.site()
        site.scope.resolvers = ["10.77.1.1", "10.77.4.1", "10.77.2.130", "198.51.100.1"].map {
            .address(ProbeFixture.address($0))
        }
        let resolvers = ProbeFixture.gate(site).resolvers(at: ProbeFixture.time)
        #expect(resolvers.map { "\($0.address)" } == ["10.77.1.1", "198.51.100.1"])
        #expect(resolvers.allSatisfy { $0.purpose == .resolver })
        // A socket to another port is not even opened.
        for resolver in resolvers {
            #expect(throws: NetworkFailure.self) { _ = try ProbeSocket(.tcp, to: resolver, port: 80) }
            #expect(throws: NetworkFailure.self) { _ = try ProbeSocket(.echo, to: resolver) }
        }
    }

    @Test func namesOutsideTheScopeAreNotAskedFor() {
        let gate = ProbeFixture.gate(ProbeFixture.site())
        #expect(gate.allows(name: "www.haihau.example"))
        #expect(!gate.allows(name: "www.example"))
        #expect(!gate.allows(name: "a.mat.haihau.example"))
    }
}
