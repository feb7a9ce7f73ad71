import HostCorrelation
import NetworkTypes
import TrafficObservation

/// Finds the host at an end of a conversation.
struct HostLookup {
    private struct BoundElsewhere: Hashable {
        let mac: MACAddress
        let address: IPAddress
    }

    private let table: HostTable
    /// Addresses that the frames of another machine's MAC carry: repeaters and pins.
    private var carried: [BoundElsewhere: [Int32]] = [:]
    /// Addresses that no MAC on a link has.
    private var routed: [IPAddress: [Int32]] = [:]

    init(_ table: HostTable) {
        self.table = table
        for (number, host) in table.hosts.enumerated() where !host.isPlain {
            // A card that several had in turn leads to the first of them.
            let onlyMAC = host.isSession ? nil : host.onlyMAC
            if host.isSession { note(host, Int32(number)) }
            var macs: [MACAddress]?
            host.forEachBinding { view in
                if view.isRouted { routed[view.address, default: []].append(Int32(number)) }
                view.forEachMAC { mac in
                    if mac == onlyMAC { return }
                    let own = macs ?? host.macs
                    macs = own
                    guard !own.contains(mac) else { return }
                    let key = BoundElsewhere(mac: mac, address: view.address)
                    if carried[key]?.contains(Int32(number)) != true { carried[key, default: []].append(Int32(number)) }
                }
            }
        }
    }

    private mutating func note(_ session: HostRecord, _ number: Int32) {
        session.forEachBinding { view in
            view.forEachMAC { carried[BoundElsewhere(mac: $0, address: view.address), default: []].append(number) }
        }
    }

    /// The host whose card sent the frames, whatever address they carry.
    func host(of mac: MACAddress, on observed: Int) -> Int? { table.host(of: mac, on: observed) }

    /// The host that owns the address and sent the frames with it; by the address alone where no MAC is known.
    func host(at address: IPAddress, from mac: MACAddress, on observed: Int) -> Int? {
        if mac.isUnicast {
            if let host = table.host(of: mac, on: observed, with: address) { return host }
            if !carried.isEmpty, let host = onLink(carried[BoundElsewhere(mac: mac, address: address)], observed) {
                return host
            }
        }
        return routed.isEmpty ? nil : onLink(routed[address], observed)
    }

    /// Whether a MAC on the link has the address, not only a router in front of it.
    func isOnLink(_ host: Int, _ address: IPAddress) -> Bool { table.hosts[host].isOnLink(address) }

    private func onLink(_ hosts: [Int32]?, _ observed: Int) -> Int? {
        guard let hosts else { return nil }
        let link = Int32(table.linkOfObserved[observed])
        return hosts.first { table.hosts[Int($0)].linkNumbers.contains(link) }.map { Int($0) }
    }
}
