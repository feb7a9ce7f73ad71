import Messages
import NetworkTypes
import SiteModel

@testable import ActiveProbe

/// A small site whose scope, secret link and authorisation the tests turn and twist.
enum ProbeFixture {
    static let day = CalendarDate(year: 2026, month: 11, day: 24)
    static let time = CaptureTime(seconds: 1_795_500_000)

    static func prefix(_ text: String) -> IPPrefix {
        IPPrefix(text) ?? IPPrefix(IPAddress(IPv4Address(value: 0)), length: 32)
    }

    static func address(_ text: String) -> IPAddress { IPAddress(text) ?? IPAddress(IPv4Address(value: 0)) }

    static func segment(_ id: String, _ prefixes: [String], secret: Bool = false) -> Segment {
        Segment(
            id: id, name: LocalizedText(vi: id, en: id), kind: .server, prefixes: prefixes.map(prefix),
            stateSecret: secret)
    }

    static func authorisation(signer: String? = "Chủ tịch", segments: [String] = ["may-chu", "mat"]) -> Authorisation {
        Authorisation(
            id: "cp-1", document: "01/QĐ-UBND", date: CalendarDate(dayNumber: 20_000), signer: signer,
            actions: [.probe], segments: segments,
            validity: Validity(
                from: CalendarDate(year: 2026, month: 1, day: 1), to: CalendarDate(year: 2030, month: 12, day: 31)))
    }

    static func site(_ hosts: [ConfiguredHost] = [], authorisations: [Authorisation] = [authorisation()]) -> Site {
        Site(
            id: "x", name: LocalizedText(vi: "x", en: "x"),
            segments: [
                segment("may-chu", ["10.77.2.0/24", "2001:db8:77:2::/64"]),
                segment("mat", ["10.77.4.0/24", "2001:db8:77:4::/64"], secret: true),
                segment("khac", ["10.77.5.0/24"]),
            ],
            scope: ProbeScope(
                addresses: ["10.77.0.0/16", "2001:db8:77::/48"].map(prefix), names: ["haihau.example"],
                excludedAddresses: [prefix("10.77.2.128/25")], excludedNames: ["mat.haihau.example"],
                resolvers: [.address(address("10.77.1.1"))]),
            authorisations: authorisations, devices: hosts)
    }

    static func host(
        _ name: String, _ addresses: [String], ports: [ConfiguredHost.Port] = [], names: [String] = [],
        segment: String? = "may-chu", probe: Bool? = nil
    ) -> ConfiguredHost {
        ConfiguredHost(
            name: name, segment: segment, names: names, addresses: addresses.map(address), ports: ports, probe: probe)
    }

    static func gate(_ site: Site) -> ProbeGate { ProbeGate(index: SiteIndex(site), systemResolvers: []) }
}
