import NetworkTypes
import SiteModel
import TrafficObservation

extension KeyCollector {
    /// A1: the addresses and cards of one row of the site's list.
    mutating func collectListed() {
        guard let index else { return }
        var cards: [MACAddress: [Int32]] = [:]
        for host in index.hosts { for mac in host.macs { cards[mac] = [] } }
        if !cards.isEmpty {
            for (number, node) in graph.nodes.enumerated() where cards[node.mac] != nil {
                cards[node.mac]?.append(Int32(number))
            }
        }
        // A row with one address joins nothing, but its address gets a node, so that it is a host behind a router, too.
        for host in index.hosts {
            var members = host.macs.flatMap { cards[$0] ?? [] }.map { KeyGroup.Member(node: $0, evidence: nil) }
            let listed = Set(host.macs)
            let isSeen = !members.isEmpty
            for address in host.addresses {
                for node in directory.nodes(of: address, &graph) {
                    let card = graph.nodes[Int(node)]
                    // A listed card was seen, and another one has the address: the list is out of date.
                    if isSeen, card.mac.isUnicast, !listed.contains(card.mac), card.mac.identifiesMachine { continue }
                    if card.isVirtual { continue }
                    members.append(KeyGroup.Member(node: node, evidence: nil))
                }
            }
            add(.configuration, host.name, members)
        }
    }
}
