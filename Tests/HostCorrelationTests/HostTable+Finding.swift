import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

extension HostTable {
    /// The only host with an address.
    func host(_ address: String) throws -> HostRecord {
        let found = hosts.filter { $0.bindings.contains { $0.address.description == address } }
        #expect(found.count < 2, "\(address) belongs to \(found.count) hosts")
        return try #require(found.first, "nobody has \(address)")
    }

    /// Whether two addresses are one host's.
    func isOne(_ a: String, _ b: String) throws -> Bool { try host(a).id == host(b).id }

    /// Every host with all that joins it and keeps it apart, to compare tables.
    var text: [String] { hosts.map(\.text).sorted() }
}

extension HostRecord {
    /// The codes of what was refused, with their keys.
    var refusals: [String] { rejected.map { "\($0.key) \($0.because)" }.sorted() }

    /// The keys that join it, besides the MAC.
    var keys: [MergeKey] { keyedMerges.map(\.key).sorted() }

    fileprivate var text: String {
        let merges = merges.map {
            "\($0.key.rawValue) \($0.value ?? "") \($0.joins) \($0.evidence.map(\.filter))"
        }
        let rejected = rejected.map { "\($0.key) \($0.because) \($0.about)" }.sorted()
        let addresses = bindings.map { "\($0.address) \($0.firstSeen) \($0.lastSeen)" }
        return "\(id) \(macs) \(addresses) \(names.map(\.name)) \(merges) \(mergeConfidence ?? 0) \(rejected)"
            + " \(isRouter) \(isSharedMAC) \(isSession) \(ipv4Traffic.packets) \(ipv6Traffic.packets)"
    }
}

extension Site {
    /// An office with a list of machines and what persons say of them.
    static func office(_ devices: [ConfiguredHost] = [], pins: [Pin] = [], segments: [Segment] = []) -> Site {
        Site(
            id: "office", name: LocalizedText(vi: "Văn phòng", en: "Office"), segments: segments, pins: pins,
            devices: devices)
    }
}

extension ConfiguredHost {
    init(_ name: String, macs: [String] = [], addresses: [String] = []) {
        self.init(
            name: name, addresses: addresses.compactMap { IPAddress($0) }, macs: macs.compactMap { MACAddress($0) })
    }
}

extension Pin {
    /// MACs and addresses in text form.
    static func saying(_ relation: Relation, _ keys: String..., why: String? = nil) throws -> Pin {
        Pin(
            relation: relation,
            keys: try keys.map { text in
                if let mac = MACAddress(text) { return .mac(mac) }
                return .address(try #require(IPAddress(text)))
            }, by: "office", on: try #require(CalendarDate("2026-11-05")), why: why)
    }
}
