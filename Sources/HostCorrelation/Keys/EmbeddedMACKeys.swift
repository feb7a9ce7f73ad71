import NetworkTypes
import TrafficObservation

extension KeyCollector {
    /// B3: a source that nothing binds, made of the MAC that sent it or of one that the link's ARP shows.
    mutating func collectEmbeddedMACs() {
        // A card may have any number of addresses: it is looked through once.
        var firstIPv4: [Int32: Int32] = [:]
        for source in graph.set.sources where source.address.family == .ipv6 {
            guard let address = source.address.ipv6, address.isConfiguredUnicast, let mac = address.embeddedMAC,
                let card = node(of: mac, on: source.link), !graph.nodes[Int(card)].isVirtual,
                !graph.nodes[Int(card)].isShared
            else { continue }
            // Behind another MAC the address may have travelled: then ARP must show the card on this link.
            let row = firstIPv4[card] ?? graph.firstOwnRow(of: card, .ipv4) ?? -1
            firstIPv4[card] = row
            guard row >= 0, graph.claims(of: card, to: source.address).isEmpty else { continue }
            let node = graph.standIn(for: source.address, on: source.link, source.sighting)
            let known = graph.binding(row)
            add(
                .embeddedMAC, mac.description,
                [
                    KeyGroup.Member(
                        node: card,
                        evidence: MergeEvidence(
                            .binding(known.evidence, known.mac, known.address), known.sighting.first)),
                    KeyGroup.Member(
                        node: node, evidence: MergeEvidence(.source(source.address), source.sighting.first)),
                ])
        }
    }
}
