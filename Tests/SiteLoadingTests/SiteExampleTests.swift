import Messages
import NetworkTypes
import SiteLoading
import SiteModel
import Testing

/// The documented example, read completely.
@Suite struct SiteExampleTests {
    let site: Site

    init() throws {
        site = try SiteLoader.read(
            site: ExampleSite.site, systems: ExampleSite.systems, answers: ExampleSite.answers)
    }

    @Test func readsTheHead() {
        #expect(site.id == "hai-hau")
        #expect(site.name == LocalizedText(vi: "Khu vực Hải Hậu", en: "Hải Hậu area"))
        #expect(site.utcOffsetMinutes == 420)
        #expect(
            site.policy
                == SitePolicy(
                    minimumObservation: .seconds(300), workingDay: false, ipv6OnlyObservation: .seconds(300),
                    window: .seconds(35 * 86_400), demonstration: true, documentationPrefixes: .real))
        #expect(site.privacy == PrivacyPolicy(outsideNames: .count, retention: .seconds(90 * 86_400)))
        #expect(site.profiles == ["ipv6-only-2026-2030", "circular-06-2026"])
    }

    @Test func readsAgenciesAndSuccessions() throws {
        #expect(site.agencies.map(\.id) == ["tinh-nam-dinh", "tinh-ninh-binh", "huyen-hai-hau", "xa-hai-hau"])
        let district = site.agencies[2]
        #expect(district.level == .district)
        #expect(district.kind == .committee)
        #expect(district.parents == [Ownership(agency: "tinh-nam-dinh")])
        #expect(district.validity == Validity(to: CalendarDate("2025-06-30")))
        #expect(district.duties == ["plan-issuer"])
        #expect(district.verified)
        #expect(!site.agencies[3].verified)
        #expect(site.successions.map(\.document) == ["202/2025/QH15", nil])
        #expect(site.successions.map(\.verified) == [true, false])
    }

    @Test func readsSegments() throws {
        #expect(site.segments.map(\.id) == ["lan-hai-hau", "may-chu", "tslcd", "co-yeu"])
        let lan = site.segments[0]
        #expect(lan.kind == .officeLAN)
        #expect(lan.vlan == nil)
        #expect(lan.prefixes.map(\.description) == ["10.20.30.0/24", "2001:db8:20:30::/64"])
        #expect(lan.plan == Segment.Plan(ipv6: true, target: .dualStack))
        #expect(lan.routers.first?.mac == MACAddress("00:0d:b9:4a:10:01"))
        #expect(lan.routers.first?.address == IPAddress("fe80::20d:b9ff:fe4a:1001"))
        #expect(lan.dhcpv4Servers == [IPAddress("10.20.30.1")])
        #expect(lan.dhcpv6Servers == [IPAddress("fe80::20d:b9ff:fe4a:1001")])
        #expect(site.segments[2].tslcdLevel == 2)
        #expect(site.segments.map(\.stateSecret) == [false, false, false, true])
    }

    @Test func readsNetworkDeclarations() throws {
        #expect(site.domains.first?.kinds == [.web, .mail])
        #expect(site.captures.map(\.interface) == [0, 1])
        #expect(site.captures.map(\.vantage) == [.switch, .switch])
        #expect(site.addressPlan.first?.grantedBy == .isp)
        #expect(site.tunnels.first?.kind == .sixInFour)
        #expect(site.tunnels.first?.ends.map(\.description) == ["10.20.30.128", "198.51.100.41"])
        #expect(site.tunnels.first?.until == CalendarDate("2026-12-31"))
        #expect(site.internetLines.first?.provider == "nha-mang")
        #expect(site.scope.addresses.count == 3)
        #expect(site.scope.resolvers == [.system, .address(try #require(IPAddress("10.20.30.1")))])
        #expect(site.authorisations.first?.actions == [.capture, .probe])
        #expect(site.authorisations.first?.staffNotice == CalendarDate("2026-11-02"))
        #expect(site.pins.map(\.relation) == [.same, .different])
        let mac = try #require(MACAddress("00:50:56:9a:40:10"))
        let address = try #require(IPAddress("2001:db8:20:40::10"))
        #expect(site.pins.first?.keys == [.mac(mac), .address(address)])
    }

    @Test func readsSystemsAndDevices() throws {
        #expect(site.systems.map(\.id) == ["one-stop", "video-conf"])
        let system = site.systems[0]
        #expect(system.category == .oneStop)
        #expect(system.level == 3)
        #expect(system.dependsOn == ["lgsp", "dns"])
        #expect(system.components.map(\.id) == ["system/one-stop/web", "system/one-stop/database"])
        #expect(system.components[0].addresses.map(\.description) == ["10.20.40.10", "2001:db8:20:40::10"])
        #expect(system.components[0].ports.map(\.description) == ["tcp/80", "tcp/443"])
        #expect(system.components[0].mandatory)
        #expect(system.components[1].supportEnd == CalendarDate("2024-12-31"))
        #expect(system.components[1].line == 3)
        #expect(site.systems[1].components.isEmpty)
        #expect(site.systems[1].validity.to == CalendarDate("2025-06-30"))
        #expect(site.systems[1].verified)
        #expect(site.devices.map(\.id) == ["device/may-in-1", "device/tslcd-1"])
        #expect(site.devices[0].readiness == .replace)
        #expect(site.devices[0].probe == false)
        #expect(site.devices[1].kind == .tslcdTerminal)
        #expect(site.devices[1].features == ["vlan", "snmp", "lan=4", "wan=1"])
    }

    @Test func readsAnswers() {
        #expect(site.answers.map(\.value) == ["issued", "2"])
        #expect(site.answers[0].file == "van-ban/ke-hoach.pdf")
        #expect(site.answers[1].document == nil)
        #expect(site.waivers.map(\.item) == ["APP-07@xa-hai-hau"])
        #expect(site.waivers[0].subjects == ["device/may-in-1"])
        #expect(site.exceptions[0].subject == "system/one-stop/database")
        #expect(site.exceptions[0].line == 8)
    }
}
