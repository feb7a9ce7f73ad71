import HostCorrelation
import NetworkTypes
import TrafficObservation

extension ClassificationContext {
    /// The proof of a state: what bound each address, the first conversation of each family, and what made silence mean
    /// something.
    func reasons(
        _ host: HostRecord, _ tally: FlowTally, _ state: HostState, requested: Proof?, granted: Proof?, usesOptOut: Bool
    ) -> [Reason] {
        var reasons = (host.ipv4 + host.ipv6).map { reason($0, host) }
        if reasons.isEmpty { reasons.append(Reason(.frame(claim: "mac.source"), host.firstProof)) }
        for flow in [tally.firstIPv4, tally.firstIPv6] where flow >= 0 {
            let row = set.flows[Int(flow)]
            if let proof = row.establishingProof {
                reasons.append(Reason(.flow(Reason.Flow(row), failed: false), proof))
            }
        }
        if state == .dualBroken, tally.firstFailure >= 0, let syn = set.flows[Int(tally.firstFailure)].syn {
            reasons.append(Reason(.flow(Reason.Flow(set.flows[Int(tally.firstFailure)]), failed: true), syn))
        }
        if state == .ipv6Mostly, usesOptOut {
            if let requested { reasons.append(option108("requested", "dhcp.option.request_list_item", requested)) }
            if let granted { reasons.append(option108("granted", "dhcp.option.type", granted)) }
        }
        if state == .ipv4Only, let heard = firstMulticast(host) {
            reasons.append(
                Reason(
                    claim: "visibility.ipv6", proof: heard, filter: "(icmpv6 || mdns) && frame.number == \(heard.frame)"
                ))
        }
        return reasons
    }

    private func option108(_ what: String, _ field: String, _ proof: Proof) -> Reason {
        Reason(
            claim: "dhcp.ipv6-only-\(what)", proof: proof, filter: "\(field) == 108 && frame.number == \(proof.frame)")
    }

    /// The strongest evidence of an address, and of equals the first.
    private func reason(_ binding: AddressBinding, _ host: HostRecord) -> Reason {
        let strongest = binding.evidence.min { a, b in
            a.kind.strength != b.kind.strength
                ? a.kind.strength < b.kind.strength : a.sighting.first < b.sighting.first
        }
        if let strongest {
            return Reason(.binding(strongest.kind, strongest.mac, binding.address), strongest.sighting.first)
        }
        return Reason(.routedSource(binding.address), routedProofs[binding.address] ?? host.firstProof)
    }
}

extension BindingEvidence {
    /// 0 for the strongest: what only the machine itself says, then what a server says, then what a proxy can say too,
    /// then a claim.
    fileprivate var strength: Int {
        switch self {
        case .arpRequest, .arpAnnouncement, .dhcpClientAddress, .solicitationSource, .routerSolicitationSource,
            .routerAdvertisementSource, .redirectSource, .multicastListener, .dhcpv6Client, .linkLocalSource,
            .linkScopeDestination:
            0
        case .configuration: 0
        case .dhcpAcknowledgement, .dhcpv6Reply, .leaseFile, .neighbourTable, .record, .probeAnswer: 1
        case .arpReply, .advertisementTarget: 2
        case .duplicateAddressDetection: 3
        }
    }
}
