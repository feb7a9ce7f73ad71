import NetworkTypes
import SiteModel
import TrafficObservation

extension KeyCollector {
    /// A1 and A2: what configurations say of their own machine, and tables of routers of others.
    mutating func collectImported() {
        guard let first = set.packetCaptures else { return }
        for (place, file) in set.imports.enumerated() {
            let capture = UInt32(truncatingIfNeeded: first + place)
            let time = set.captures.indices.contains(first + place) ? set.captures[first + place].firstSeen : nil
            guard let time else { continue }
            if file.kind.isOwnWord {
                for host in file.hosts {
                    let interfaces = host.interfaces.filter { $0.isShutDown != true }
                    addImported(.configuration, host.name ?? file.path, interfaces, capture, time)
                }
            } else if file.kind == .neighbours {
                // One table of one router interface: the same machine only where the card is the same there.
                for host in file.hosts {
                    for interface in host.interfaces {
                        addImported(
                            .neighbourTables, interface.mac?.description, [interface], capture, time)
                    }
                }
            }
        }
    }

    /// The cards and addresses of one machine of a file, and whoever has one of the addresses on the same link.
    private mutating func addImported(
        _ key: MergeKey, _ value: String?, _ interfaces: [ImportedInterface], _ capture: UInt32, _ time: CaptureTime
    ) {
        var members: [KeyGroup.Member] = []
        for interface in interfaces {
            let card = interface.mac.flatMap { $0.isUnicast ? $0 : nil }
            for address in interface.addresses where address.address.isHostUnicast {
                if address.address.isLinkLocal, card == nil { continue }
                let proof = Proof(capture: capture, frame: UInt64(max(1, address.line)), time: time)
                let evidence = MergeEvidence(condition: nil, proof: proof)
                let place = DeclaredPlace(capture: capture, mac: card ?? .zero, address: address.address)
                guard let own = declaredNodes[place] else { continue }
                members.append(KeyGroup.Member(node: own, evidence: evidence))
                guard !address.address.isLinkLocal else { continue }
                for node in directory.nodes(of: address.address, &graph)
                where isSameMachine(node, own, card) {
                    members.append(KeyGroup.Member(node: node, evidence: evidence))
                }
            }
        }
        add(key, value, members)
    }

    /// A node with the same address on the same link, or behind a router: one machine unless the cards differ. A file
    /// whose card is not the one that was seen with the address is out of date.
    private func isSameMachine(_ node: Int32, _ own: Int32, _ card: MACAddress?) -> Bool {
        guard node != own else { return false }
        let (seen, declared) = (graph.nodes[Int(node)], graph.nodes[Int(own)])
        guard !seen.isVirtual, !seen.isShared else { return false }
        if seen.mac.isUnicast, let card, seen.mac != card { return false }
        return seen.link == declared.link || !seen.mac.isUnicast
    }
}
