import AuditRules
import SiteModel
import Testing

@testable import AuditReport

@Suite struct AuditDocumentTests {
    @Test func comesBackFromItsBytes() throws {
        let document = try AuditFixture.document()
        for layout in [JSONDocumentWriter.Layout.pretty, .compact] {
            #expect(try AuditDocument.read(JSONDocumentWriter.write(document, layout: layout)) == document)
        }
    }

    @Test func givesHostsTheirAgencyAndTheirRowOfTheInventory() throws {
        let hosts = try AuditFixture.document().hosts
        #expect(hosts.map(\.agency) == [AuditFixture.commune, AuditSnapshot.unassigned])
        #expect(hosts.map { $0.configuredAs.map(\.id) } == [["device/printer-1"], ["system/mail/web"]])
        #expect(hosts[0].configuredAs.first?.location == "Tầng 1")
        #expect(hosts[1].merges.first?.key == "A5")
        #expect(hosts[1].merges.first?.evidence.compactMap(\.frame) == [2, 6])
        #expect(hosts[0].rejected.first?.because == "shared-mac")
    }

    @Test func describesTheSiteAndItsPolicy() throws {
        let document = try AuditFixture.document()
        #expect(document.site.name.en == "Test")
        #expect(document.site.utcOffsetMinutes == 420)
        #expect(document.audit.asOf == "2026-11-24T16:59:59.999999Z")
        #expect(document.policy.minimumObservationSeconds == 300)
        #expect(document.policy.demonstration)
        #expect(document.authorisations.map(\.document) == ["12/QĐ"])
    }

    @Test func describesAgenciesWithTheirPhase() throws {
        let agency = try #require(try AuditFixture.document().agencies.first)
        #expect(agency.id == AuditFixture.commune)
        #expect(agency.level == "commune")
        #expect(agency.parent == nil)
        #expect(agency.phase == "G0")
        #expect(agency.phaseBlockedBy == ["PROC-01"])
        #expect(agency.duties == ["plan-issuer"])
        #expect(!agency.verified)
    }

    @Test func describesSegmentsAndSystems() throws {
        let document = try AuditFixture.document()
        #expect(document.segments.map(\.id) == ["0.0/10.20", "lan"])
        #expect(document.segments.map(\.agency) == [AuditSnapshot.unassigned, AuditFixture.commune])
        #expect(document.segments[0].name == nil)
        #expect(document.segments[1].kind == "office-lan")
        #expect(document.segments[1].plan == PlanDocument(ipv6: true, target: "dual-stack"))
        #expect(document.segments[1].hostCounts == ["dual-operational": 1, "ipv4-only": 1])
        #expect(document.segments[1].link == "lan")
        let system = try #require(document.systems.first)
        #expect(system.agency == AuditFixture.commune)
        #expect(system.category == "mail")
        #expect(system.components.first?.host == DocumentFixture.desktop)
        #expect(system.components.first?.mandatory == true)
    }

    @Test func sortsFindingsByRuleAndSaysWhatWasFound() throws {
        let findings = try AuditFixture.document().findings
        #expect(findings.map(\.rule) == ["ADDR-01", "APP-07", "DNS-07", "PROC-01"])
        #expect(findings.map(\.text.en) == ["Title", "Note printer", "\(findings[2].subject.id) fails", "Issued?"])
        #expect(findings[0].missing.first?.fact == "host.observedFor")
        #expect(findings[1].evidence.map(\.file) == ["systems.csv", nil])
        #expect(findings[1].evidence.map(\.probe) == [nil, "tcp/443"])
    }

    @Test func hidesOutsideNamesInFindingsAndChecklists() throws {
        let text = String(decoding: try JSONDocumentWriter.write(try AuditFixture.document()), as: UTF8.self)
        #expect(!text.contains("elsewhere"))
        let finding = try #require(try AuditFixture.document().findings.first { $0.rule == "DNS-07" })
        let hash = try #require(try AuditFixture.document().names.last?.hash)
        #expect(finding.subject.id == hash)
        #expect(finding.values == ["host": hash])
        #expect(finding.evidence.first?.filter == "dns.qry.name == \"\(hash)\"")
    }

    @Test func carriesServersRoutingDevicesAndIdentities() throws {
        let document = try AuditFixture.document()
        #expect(document.serverNames.map(\.source) == ["http", "tls", "quic", "tls"])
        #expect(document.routing.map(\.protocol) == ["vrrp", "ospfv3", "isis"])
        #expect(document.devices.map(\.name) == ["phone-1", nil])
        #expect(document.identities.count == 2)
    }

    @Test func readsADocumentOfAnEarlierVersion() throws {
        let document = try HTMLFixture.document()
        #expect(document.serverNames.isEmpty)
        #expect(document.routing.isEmpty)
        #expect(document.devices.isEmpty)
        #expect(document.identities.isEmpty)
    }

    @Test func keepsOutsideNamesWhereTheSiteSaysSo() throws {
        let document = try AuditFixture.document(site: AuditFixture.site(outsideNames: .keep))
        #expect(document.findings.contains { $0.subject.id == "private.elsewhere.test" })
    }

    @Test func carriesTheChecklistsWithWaivers() throws {
        let lists = try AuditFixture.document().checklists
        #expect(lists.map(\.agency) == [AuditSnapshot.unassigned, AuditFixture.commune])
        let items = lists[1].items
        #expect(items.map(\.id) == ["PROC-01@xa-a", "APP-07@xa-a"])
        #expect(items.map(\.kind) == ["question", "action"])
        #expect(items.map(\.isOpen) == [true, false])
        #expect(items[1].waiver?.until == "2027-01-01")
        #expect(lists[1].toSettle.map(\.rule) == ["ADDR-01"])
    }

    @Test func carriesTheRulesAndTheCounts() throws {
        let document = try AuditFixture.document()
        #expect(document.rules.map(\.id) == ["ADDR-01", "APP-07", "DNS-07", "PROC-01"])
        #expect(document.evaluated.first?.pass == 1)
        #expect(document.evaluated.first?.unknown == 1)
        #expect(document.indicators.first?.id == "C08")
    }

    @Test(arguments: [
        DocumentFixture.printer, "3C-D9-2B-50-50-50", "10.0.0.50", "device/printer-1", "PRINTER-1",
    ])
    func findsAHostByAnyOfItsNames(text: String) throws {
        #expect(try AuditFixture.document().hosts(matching: text).map(\.id) == [DocumentFixture.printer])
    }

    @Test func findsNothingByAnUnknownName() throws {
        #expect(try AuditFixture.document().hosts(matching: "2001:db8::dead").isEmpty)
        #expect(try AuditFixture.document().hosts(matching: "nobody").isEmpty)
    }
}
