import HostClassification
import HostCorrelation
import NetworkTypes
import TrafficObservation

// What is read of every host: the only places that know which forms cost nothing.

extension HostRecord {
    var compactIdentifier: CompactIdentifier { idNumber.map { .host($0) } ?? CompactIdentifier(id) }
    var hasMAC: Bool { onlyMAC != nil || !macs.isEmpty }
    var macCount: Int { onlyMAC == nil ? macs.count : 1 }

    @inline(__always)
    func has(_ mac: MACAddress) -> Bool { onlyMAC.map { $0 == mac } ?? macs.contains(mac) }

    @inline(__always)
    func forEachMAC(_ body: (MACAddress) -> Void) {
        if let onlyMAC { return body(onlyMAC) }
        for mac in macs { body(mac) }
    }

    /// IPv4 first.
    @inline(__always)
    func forEachAddress(_ body: (IPAddress) -> Void) { forEachBinding { body($0.address) } }

    /// With whether any evidence binds the address.
    @inline(__always)
    func forEachAddressWithProof(_ body: (IPAddress, _ isProven: Bool) -> Void) {
        forEachBinding { body($0.address, !$0.isRouted) }
    }

    /// Indices into `HostTable.links`. `numbers`: those of the ids, for a record with parts of its own.
    @inline(__always)
    func forEachLink(_ numbers: [LinkIdentifier: Int], _ body: (Int) -> Void) {
        let own = linkNumbers
        if !own.isEmpty { return own.forEach { body(Int($0)) } }
        for id in links { if let number = numbers[id] { body(number) } }
    }
}
