import NetworkTypes
import PacketDecode

extension TrafficObserver {
    private enum MulticastLimit {
        static let hosts = 8
        static let addresses = 16
    }

    /// A host that one mDNS response gives addresses of both families. RFC 6762 §6.2 and §11.
    mutating func noteMulticastHosts(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.sourcePort == 5353, var reader = DNSReader(bytes, record.payload) else { return }
        while reader.nextQuestion(bytes) != nil {}
        var hosts: [(name: String, addresses: [IPAddress])] = []
        while let answer = reader.nextRecord(bytes) {
            // A time to live of zero takes the record back. RFC 6762 §10.1.
            guard answer.section != .authority, answer.timeToLive > 0,
                let address = reader.address(of: answer, bytes), address.isHostUnicast,
                reader.readName(of: answer, bytes, into: &name), name.hasSuffix(".local")
            else { continue }
            if let host = hosts.firstIndex(where: { name.equals($0.name) }) {
                if hosts[host].addresses.count < MulticastLimit.addresses { hosts[host].addresses.append(address) }
            } else if hosts.count < MulticastLimit.hosts {
                hosts.append((name.string, [address]))
            }
        }
        let mac = record.hasLinkSource ? record.linkSource : .zero
        for host in hosts {
            guard host.addresses.contains(where: { $0.family == .ipv4 }),
                host.addresses.contains(where: { $0.family == .ipv6 })
            else { continue }
            let value = NameBuffer(host.name)
            for address in host.addresses { noteIdentity(.mdnsHost, in: value, address, mac, place) }
        }
    }
}
