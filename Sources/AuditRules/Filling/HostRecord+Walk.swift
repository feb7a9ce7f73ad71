import HostClassification
import HostCorrelation
import NetworkTypes
import TrafficObservation

// What is read of every host: the only places that know how a host keeps it.

extension HostRecord {
    var compactIdentifier: CompactIdentifier { CompactIdentifier(id) }
    var hasMAC: Bool { !macs.isEmpty }
    var macCount: Int { macs.count }
    var ipv4Count: Int { ipv4.count }

    @inline(__always)
    func has(_ mac: MACAddress) -> Bool { macs.contains(mac) }

    @inline(__always)
    func forEachMAC(_ body: (MACAddress) -> Void) {
        for mac in macs { body(mac) }
    }

    /// Rows of `ObservationSet.macs`.
    @inline(__always)
    func forEachMACRow(_ body: (Int) -> Void) {
        for row in macRows { body(row) }
    }

    /// IPv4 first.
    @inline(__always)
    func forEachAddress(_ body: (IPAddress) -> Void) {
        for binding in ipv4 { body(binding.address) }
        for binding in ipv6 { body(binding.address) }
    }

    @inline(__always)
    func forEachIPv6(_ body: (IPv6Address) -> Void) {
        for binding in ipv6 { if let address = binding.address.ipv6 { body(address) } }
    }

    /// With whether any evidence binds the address.
    @inline(__always)
    func forEachIPv6WithProof(_ body: (IPv6Address, _ isProven: Bool) -> Void) {
        for binding in ipv6 { if let address = binding.address.ipv6 { body(address, !binding.evidence.isEmpty) } }
    }

    /// Indices into `HostTable.links`.
    @inline(__always)
    func forEachLink(_ numbers: [LinkIdentifier: Int], _ body: (Int) -> Void) {
        for id in links { if let number = numbers[id] { body(number) } }
    }
}

extension HostProfile {
    @inline(__always)
    func has(_ role: RoleHint) -> Bool { roles.contains(role) }
    var hasRoles: Bool { !roles.isEmpty }
    var isTunnelled: Bool { flags.contains(.tunnelled) }
    /// Only half of its conversations can be seen.
    var isOneDirection: Bool { isProvisional && provisionalBecause.contains(.oneDirection) }
}
