import Messages
import NetworkTypes
import SiteModel
import Testing

/// Look-ups of machines, segments and owners.
@Suite struct SiteIndexTests {
    private let index: SiteIndex
    private let today: CalendarDate

    init() throws {
        func prefixes(_ texts: String...) throws -> [IPPrefix] { try texts.map { try #require(IPPrefix($0)) } }
        func segment(_ id: String, _ prefixes: [IPPrefix], owner: String = "a") -> Segment {
            Segment(
                id: id, name: LocalizedText(vi: id, en: id), kind: .officeLAN, owner: [Ownership(agency: owner)],
                prefixes: prefixes)
        }
        today = try #require(CalendarDate("2026-11-24"))
        let shared = try #require(IPAddress("10.0.1.5"))
        let mac = try #require(MACAddress("00:50:56:00:00:01"))
        func agency(_ id: String) -> Agency { Agency(id: id, level: .commune, kind: .committee, names: []) }
        index = SiteIndex(
            Site(
                id: "s", name: LocalizedText(vi: "", en: ""), agencies: ["a", "b", "c"].map(agency),
                segments: [
                    segment("wide", try prefixes("10.0.0.0/16", "2001:db8::/48")),
                    segment("narrow", try prefixes("10.0.1.0/24", "2001:db8:0:1::/64")),
                    segment("twin-1", try prefixes("192.168.0.0/24")),
                    segment("twin-2", try prefixes("192.168.0.0/24")),
                ],
                systems: [
                    InformationSystem(
                        id: "mail", name: LocalizedText(vi: "", en: ""), owner: "b",
                        components: [ConfiguredHost(system: "mail", name: "mx", addresses: [shared], macs: [mac])]),
                    InformationSystem(
                        id: "ntp", name: LocalizedText(vi: "", en: ""),
                        components: [
                            ConfiguredHost(
                                system: "ntp", name: "clock", segment: "narrow", addresses: [shared, shared])
                        ]),
                ],
                devices: [ConfiguredHost(name: "pc", owner: "c"), ConfiguredHost(name: "stray")]))
    }

    private func match(_ text: String) throws -> SegmentMatch {
        index.segment(containing: try #require(IPAddress(text)))
    }

    @Test func findsTheLongestPrefix() throws {
        #expect(try match("10.0.1.9").segment?.id == "narrow")
        #expect(try match("10.0.2.9").segment?.id == "wide")
        #expect(try match("2001:db8:0:1::9").segment?.id == "narrow")
        #expect(try match("2001:db8:0:2::9").segment?.id == "wide")
        #expect(try match("172.16.0.1") == .none)
        let onLink = try #require(IPPrefix("10.0.0.0/20"))
        #expect(index.segment(containing: onLink).segment?.id == "wide")
    }

    @Test func leavesEqualMatchesOpen() throws {
        guard case .ambiguous(let segments) = try match("192.168.0.7") else {
            Issue.record("not ambiguous")
            return
        }
        #expect(segments.map(\.id) == ["twin-1", "twin-2"])
        #expect(try match("192.168.0.7").segment == nil)
    }

    @Test func findsEveryRowOfAnAddress() throws {
        let address = try #require(IPAddress("10.0.1.5"))
        #expect(index.hosts(at: address).map(\.id) == ["system/mail/mx", "system/ntp/clock"])
        #expect(index.hosts(at: try #require(MACAddress("00-50-56-00-00-01"))).map(\.name) == ["mx"])
        #expect(index.hosts(at: .zero).isEmpty)
        #expect(index.host("device/pc")?.owner == "c")
        #expect(index.system("mail")?.owner == "b")
        #expect(index.segment("wide")?.id == "wide")
        #expect(index.segment("none") == nil)
    }

    @Test func asksRowThenSystemThenSegmentForTheOwner() throws {
        func owner(_ id: String) throws -> CurrentOwner {
            index.currentOwner(of: try #require(index.host(id)), on: today)
        }
        #expect(try owner("device/pc") == .agency("c"))
        #expect(try owner("system/mail/mx") == .agency("b"))
        #expect(try owner("system/ntp/clock") == .agency("a"))
        #expect(try owner("device/stray") == .none)
    }
}
