import HostCorrelation
import NetworkTypes
import TrafficObservation

/// Finds the host at an end of a conversation.
struct HostLookup {
    struct LinkMAC: Hashable {
        let observed: Int32
        let mac: MACAddress

        /// One word: a MAC has 48 bits.
        func hash(into hasher: inout Hasher) { hasher.combine(mac.value ^ UInt64(truncatingIfNeeded: observed) << 48) }
    }

    private struct BoundElsewhere: Hashable {
        let mac: MACAddress
        let address: IPAddress
    }

    private let table: HostTable
    private var hostOfMAC: [LinkMAC: Int32] = [:]
    /// Addresses that the frames of another machine's MAC carry: repeaters and pins.
    private var carried: [BoundElsewhere: [Int32]] = [:]
    /// Addresses of hosts without a MAC.
    private var routed: [IPAddress: [Int32]] = [:]

    init(_ table: HostTable, _ set: ObservationSet) {
        self.table = table
        hostOfMAC.reserveCapacity(set.macs.count)
        for (number, host) in table.hosts.enumerated() {
            for row in host.macRows {
                hostOfMAC[LinkMAC(observed: Int32(set.macs[row].link), mac: set.macs[row].mac)] = Int32(number)
            }
            for binding in host.ipv4 { note(binding, host, Int32(number)) }
            for binding in host.ipv6 { note(binding, host, Int32(number)) }
        }
    }

    private mutating func note(_ binding: AddressBinding, _ host: HostRecord, _ number: Int32) {
        if binding.evidence.isEmpty { routed[binding.address, default: []].append(number) }
        for evidence in binding.evidence where !host.macs.contains(evidence.mac) {
            let key = BoundElsewhere(mac: evidence.mac, address: binding.address)
            if carried[key]?.contains(number) != true { carried[key, default: []].append(number) }
        }
    }

    /// The host whose card sent the frames, whatever address they carry.
    func host(of mac: MACAddress, on observed: Int) -> Int? {
        hostOfMAC[LinkMAC(observed: Int32(observed), mac: mac)].map { Int($0) }
    }

    /// The host that owns the address and sent the frames with it; by the address alone where no MAC is known.
    func host(at address: IPAddress, from mac: MACAddress, on observed: Int) -> Int? {
        if mac.isUnicast {
            if let host = host(of: mac, on: observed), table.hosts[host].binding(of: address) != nil { return host }
            if let host = onLink(carried[BoundElsewhere(mac: mac, address: address)], observed) { return host }
        }
        return onLink(routed[address], observed)
    }

    private func onLink(_ hosts: [Int32]?, _ observed: Int) -> Int? {
        guard let hosts else { return nil }
        let id = table.links[table.linkOfObserved[observed]].id
        return hosts.first { table.hosts[Int($0)].links.contains(id) }.map { Int($0) }
    }
}

extension HostRecord {
    func binding(of address: IPAddress) -> AddressBinding? {
        let bindings = address.family == .ipv4 ? ipv4 : ipv6
        var (low, high) = (0, bindings.count)
        while low < high {
            let middle = (low + high) / 2
            if bindings[middle].address < address { low = middle + 1 } else { high = middle }
        }
        return low < bindings.count && bindings[low].address == address ? bindings[low] : nil
    }
}
