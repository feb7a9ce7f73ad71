import Messages
import NetworkTypes
import SiteModel

extension Site {
    /// The office of the lab: one LAN with IPv6 planned, its router listed, the standard policy of 24 hours with a working
    /// day; the documentation prefix stands for a real one.
    static func office(_ change: (inout Site) -> Void = { _ in }) -> Site {
        var site = Site(
            id: "office", name: LocalizedText(vi: "Trụ sở", en: "Office"),
            policy: SitePolicy(documentationPrefixes: .real),
            segments: [
                Segment(
                    id: "lan", name: LocalizedText(vi: "Mạng LAN", en: "LAN"), kind: .officeLAN,
                    prefixes: ["10.20.30.0/24", "2001:db8:20:30::/64"].compactMap { IPPrefix($0) },
                    plan: Segment.Plan(ipv6: true, target: .dualStack),
                    routers: [Segment.Router(mac: MACAddress("00:0d:b9:4a:30:01"))])
            ],
            captures: [CaptureAssignment(files: "*", interface: 0, segment: "lan", vantage: .switch)])
        change(&site)
        return site
    }

    /// A site that says nothing about networks.
    static let silent = Site.office {
        $0.segments = []
        $0.captures = []
    }

    /// One system with one component that serves HTTP.
    mutating func addSystem(_ addresses: [String], name: String = "mot-cua.haihau.example") {
        systems.append(
            InformationSystem(
                id: "mot-cua", name: LocalizedText(vi: "Một cửa", en: "One-stop web"),
                components: [
                    ConfiguredHost(
                        system: "mot-cua", name: "web", kind: .server, mandatory: true, names: [name],
                        addresses: addresses.compactMap { IPAddress($0) }, ports: [.init(.tcp, 80)])
                ]))
    }
}
