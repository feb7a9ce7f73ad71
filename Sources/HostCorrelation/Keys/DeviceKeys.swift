import NetworkTypes
import TrafficObservation

extension KeyCollector {
    /// A3: the management addresses of one LLDP or CDP sender, and one management address of two senders.
    mutating func collectDevices() {
        for device in graph.set.devices where !device.managementAddresses.isEmpty {
            let evidence = MergeEvidence(.device(device.source, device.mac), device.sighting.first)
            var members: [KeyGroup.Member] = []
            if let sender = node(of: device.mac, on: device.link) {
                members.append(KeyGroup.Member(node: sender, evidence: evidence))
            }
            for address in device.managementAddresses.sorted() where address.isHostUnicast {
                guard let node = directory.node(of: address, on: device.link, &graph), !graph.nodes[Int(node)].isVirtual
                else { continue }
                members.append(KeyGroup.Member(node: node, evidence: evidence))
            }
            add(.linkDiscovery, device.name, members)
        }
    }
}
