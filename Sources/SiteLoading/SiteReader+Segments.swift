import Messages
import NetworkTypes
import SiteModel

extension SiteReader {
    private static let segmentKeys = [
        "id", "name", "kind", "owner", "vlan", "prefixes", "plan", "routers", "dhcpv4Servers", "dhcpv6Servers",
        "tslcdLevel", "stateSecret",
    ]

    func segments(_ file: MappingReader) -> [Segment] {
        file.mappings("segments", minimum: 1, keys: Self.segmentKeys).compactMap { reader in
            let id = reader.required("id", scalars.identifier)
            if let id { unique(id, in: &problems.segments) }
            let name = reader.localizedText("name")
            let kind = reader.required("kind") { scalars.enumeration($0, $1, as: Segment.Kind.self) }
            let owner = reader.ownerships("owner")
            let vlan = reader.wholeNumber("vlan", in: 1...4094)
            let prefixes = reader.values("prefixes") { scalars.prefix($0, $1) }
            let plan = plan(reader)
            let routers = routers(reader)
            let dhcpv4Servers = reader.values("dhcpv4Servers") { scalars.address($0, $1, family: .ipv4) }
            let dhcpv6Servers = reader.values("dhcpv6Servers") { scalars.address($0, $1, family: .ipv6) }
            let tslcdLevel = reader.wholeNumber("tslcdLevel", in: 1...2)
            let stateSecret = reader.value("stateSecret", scalars.boolean) ?? false
            guard let id, let name, let kind else { return nil }
            return Segment(
                id: id.value, name: name, kind: kind, owner: owner, vlan: vlan.map { UInt16(clamping: $0) },
                prefixes: prefixes, plan: plan, routers: routers, dhcpv4Servers: dhcpv4Servers,
                dhcpv6Servers: dhcpv6Servers, tslcdLevel: tslcdLevel, stateSecret: stateSecret)
        }
    }

    private func plan(_ segment: MappingReader) -> Segment.Plan? {
        guard let reader = segment.mapping("plan", keys: ["ipv6", "target"]) else { return nil }
        let ipv6 = reader.required("ipv6", scalars.boolean)
        let target = reader.value("target") { scalars.enumeration($0, $1, as: Segment.Plan.Target.self) }
        return ipv6.map { Segment.Plan(ipv6: $0, target: target) }
    }

    private func routers(_ segment: MappingReader) -> [Segment.Router] {
        segment.mappings("routers", keys: ["mac", "address"]).map { reader in
            if reader["mac"] == nil, reader["address"] == nil {
                scalars.report(.neitherKey("mac", "address"), at: reader.here(()))
            }
            return Segment.Router(
                mac: reader.value("mac", scalars.mac), address: reader.value("address") { scalars.address($0, $1) })
        }
    }

    func captures(_ file: MappingReader) -> [CaptureAssignment] {
        file.mappings("captures", keys: ["files", "interface", "segment", "vantage"]).compactMap { reader in
            let files = reader.requiredText("files")
            let interface = reader.wholeNumber("interface", in: 0...65_535)
            let segment = reader.reference("segment", to: .segment)
            let vantage = reader.value("vantage") { scalars.enumeration($0, $1, as: CaptureAssignment.Vantage.self) }
            return files.map {
                CaptureAssignment(files: $0.value, interface: interface, segment: segment, vantage: vantage)
            }
        }
    }
}
