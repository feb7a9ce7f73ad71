import NetworkTypes
import TrafficObservation

extension BindingGraph {
    /// Takes an IPv6 address from the machine whose probe another one answered, unless it used the address all the same:
    /// a lease and a probe prove nothing once the conflict is known. RFC 4862 §5.4.5, RFC 9915 §18.2.8.
    mutating func dropRefutedAddresses() {
        for conflict in set.conflicts {
            let address = IPAddress(conflict.address)
            for mac in [conflict.first, conflict.second] {
                guard let node = nodeOf[LinkMAC(observed: Int32(conflict.link), mac: mac)] else { continue }
                let rows = claims(of: node, to: address).filter { owner[Int($0)] == node }
                guard !rows.isEmpty, rows.allSatisfy({ binding($0).evidence.isOnlyOffered }) else { continue }
                for row in rows { give(row, to: -1) }
            }
        }
    }
}

extension BindingEvidence {
    /// The machine was given the address or asked whether it is free, and did not use it.
    fileprivate var isOnlyOffered: Bool {
        switch self {
        case .duplicateAddressDetection, .dhcpv6Reply, .dhcpv6Client: true
        default: false
        }
    }
}
