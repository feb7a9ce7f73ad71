import HostClassification
import NetworkTypes
import SiteModel
import TrafficObservation

/// Words of the facts `host.state` and `host.kind` as the numbers that stand for them in a row.
enum HostWords {
    private static let states = HostState.allCases.map { ($0, FactKey.hostStates.firstIndex(of: $0.rawValue)) }

    static func number(of state: HostState) -> Int64 {
        for (known, number) in states where known == state { return number.map { Int64($0) } ?? FactRow.absent }
        return FactRow.absent
    }

    static func kind(_ word: String) -> Int64? { FactKey.hostKinds.firstIndex(of: word).map { Int64($0) } }
}

/// What kind of machine: the inventory first, else an unmistakable role.
struct ListedKinds: Sendable {
    /// By what the inventory lists; nil inside: a kind that the fact has no word for.
    private var ofMAC: [MACAddress: Int64?] = [:]
    private var ofAddress: [IPAddress: Int64?] = [:]
    private let ofRole: [(role: RoleHint, kind: Int64)]
    private let server = HostWords.kind("server")

    init(_ index: SiteIndex) {
        ofRole = [RoleHint.router, .printer, .camera, .phone].compactMap { role in
            HostWords.kind(role.rawValue).map { (role, $0) }
        }
        for host in index.hosts {
            let kind = HostWords.kind(host.kind.rawValue)
            // Of several rows the first one counts.
            for mac in host.macs where ofMAC[mac] == nil { ofMAC.updateValue(kind, forKey: mac) }
            for address in host.addresses where ofAddress[address] == nil {
                ofAddress.updateValue(kind, forKey: address)
            }
        }
    }

    func kind(of profile: HostProfile) -> Int64? {
        var listed: Int64??
        if !ofMAC.isEmpty { profile.host.forEachMAC { if listed == nil { listed = ofMAC[$0] } } }
        if !ofAddress.isEmpty, listed == nil {
            profile.host.forEachAddress { if listed == nil { listed = ofAddress[$0] } }
        }
        if let listed { return listed }
        let roles = profile.roles
        for (role, kind) in ofRole where roles.contains(role) { return kind }
        return roles.contains(.server) || roles.contains(.resolver) ? server : nil
    }
}
