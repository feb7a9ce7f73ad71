import HostCorrelation
import NetworkTypes
import SiteModel
import TrafficObservation

/// The state of a host and what keeps it from being final. Domain reference §4.3.
struct HostJudgement {
    let host: HostRecord
    let addresses: AddressFacts
    let flows: FlowTally
    /// The host asked to do without IPv4 and was allowed to, or uses a CLAT. RFC 8925, RFC 6877.
    let isIPv6Mostly: Bool
    /// It sent IPv6 frames, whether or not an address could be bound.
    let sentIPv6: Bool
    let links: [LinkVisibility]
    let policy: SitePolicy
    /// The set has imports or probes: else none of them is looked for.
    var hasDeclarations = false

    /// Seen only through a router: not on its own link.
    private var isRouted: Bool {
        links.allSatisfy(\.isRouted) || host.onlyMAC == nil && host.macs.isEmpty && !hasEvidence
    }
    /// A frame of a link binds an address.
    private var hasEvidence: Bool {
        var result = false
        host.forEachBinding { view in
            if !view.isRouted, !hasDeclarations || !view.isDeclared { result = true }
        }
        return result
    }
    /// No frame of it was captured: what files and active checks say is all there is.
    private var isDeclaredOnly: Bool {
        guard hasDeclarations, !hasEvidence, host.macRows.isEmpty else { return false }
        let directions = [flows.hasBothDirections, flows.hasOneDirection]
        guard directions.allSatisfy({ !$0.ipv4 && !$0.ipv6 }) else { return false }
        var result = false
        host.forEachBinding { if $0.isDeclared { result = true } }
        return result
    }
    /// It says of itself what it has, so what it does not name is not there.
    private var hasOwnWord: Bool {
        var result = false
        if hasDeclarations { host.forEachBinding { if $0.hasEvidence(.configuration) { result = true } } }
        return result
    }

    var state: HostState {
        switch (addresses.hasIPv4, addresses.hasConfiguredIPv6) {
        case (_, true) where isIPv6Mostly: .ipv6Mostly
        case (true, true):
            if flows.destinations.isIPv6Broken {
                .dualBroken
            } else {
                flows.establishedIPv4 > 0 && flows.establishedIPv6 > 0 ? .dualOperational : .dualConfigured
            }
        case (false, true): .ipv6Only
        case (true, false):
            if addresses.hasLinkLocalIPv6 {
                .ipv4LatentIPv6
            } else if isDeclaredOnly {
                hasOwnWord ? .ipv4Only : .ipv4Seen
            } else if isRouted {
                .ipv4Seen
            } else {
                isAbsentAfterLease ? .unknown : .ipv4Only
            }
        case (false, false): addresses.hasLinkLocalIPv6 ? .linkLocalOnly : .unknown
        }
    }

    /// A lease proves no presence where nobody used it in all the time that was watched after it.
    private var isAbsentAfterLease: Bool {
        guard addresses.isIPv4LeaseOnly, !flows.hasBothDirections.ipv4, !flows.hasOneDirection.ipv4 else {
            return false
        }
        return links.contains {
            .nanoseconds($0.lastSeen.nanoseconds(since: host.lastSeen)) >= policy.minimumObservation
        }
    }

    /// What is present is proven by one frame; only claims that something is absent need time and visibility.
    func provisionalReasons(_ state: HostState) -> ProvisionalReasons {
        // No machine, however long it was watched: those that stand in for each other are hosts of their own.
        var reasons: ProvisionalReasons = host.isVirtualMAC ? [.virtualRouter] : []
        switch state {
        case .dualOperational, .ipv6Mostly: break
        case _ where isDeclaredOnly:
            // What is there may be said all the same, as by the machine itself.
            if state != .dualConfigured || !hasOwnWord { reasons.insert(.notCaptured) }
        case .ipv4Seen: reasons.insert(.routedVantage)
        case .dualConfigured, .dualBroken: addOneDirection(&reasons)
        case .ipv4Only:
            reasons.formUnion(reasonsAgainstAbsence(policy.minimumObservation, ofIPv6: true))
            if !flows.hasBothDirections.ipv4, !flows.hasOneDirection.ipv4 { reasons.insert(.noConversation) }
            addOneDirection(&reasons)
        case .ipv4LatentIPv6, .linkLocalOnly, .unknown:
            reasons.formUnion(reasonsAgainstAbsence(policy.minimumObservation, ofIPv6: false))
            addOneDirection(&reasons)
        case .ipv6Only:
            reasons.formUnion(reasonsAgainstAbsence(policy.ipv6OnlyObservation, ofIPv6: false))
            addOneDirection(&reasons)
        }
        return reasons
    }

    /// Empty when one link of the host was watched long enough; else what the best of them lacks.
    private func reasonsAgainstAbsence(_ minimum: Duration, ofIPv6: Bool) -> ProvisionalReasons {
        var best: ProvisionalReasons?
        if isRouted { return [.routedVantage] }
        for link in links where !link.isRouted {
            var missing: ProvisionalReasons = []
            let window = ofIPv6 ? link.window(besides: host.macs) : link.whole
            if window == nil || ofIPv6 && sentIPv6 { missing.insert(.ipv6NotVisible) }
            if !(window ?? link.whole).lasts(minimum, policy) { missing.insert(.windowTooShort) }
            if missing.count < best?.count ?? .max { best = missing }
        }
        return best ?? [.routedVantage]
    }

    /// A capture that shows half of every conversation of a family proves nothing about its use.
    private func addOneDirection(_ reasons: inout ProvisionalReasons) {
        if flows.hasOneDirection.ipv4, !flows.hasBothDirections.ipv4 { reasons.insert(.oneDirection) }
        if flows.hasOneDirection.ipv6, !flows.hasBothDirections.ipv6 { reasons.insert(.oneDirection) }
    }

    /// How sure the state is, 0…1: what bound the addresses, less when the state is not final.
    ///
    /// 0.95, the confidence of key A5, where frames of the host's own link bound its addresses; 1 where a person joined
    /// its MACs; 0.6 where only probes name its IPv6 addresses; 0.5 behind a router; 0.3 where several machines share the
    /// MAC; 0 without a state. A provisional state keeps four fifths of it.
    func confidence(_ state: HostState, isProvisional: Bool) -> Double {
        if state == .unknown { return 0 }
        var value = 0.95
        if host.keyedMerges.contains(where: { $0.key == .statement }) { value = 1 }
        if let merged = host.mergeConfidence { value = min(value, merged) }
        if addresses.isIPv6Tentative { value = min(value, 0.6) }
        if isRouted { value = min(value, 0.5) }
        if host.isSharedMAC || host.isVirtualMAC { value = min(value, 0.3) }
        // Two decimals, so that the text is short.
        return isProvisional ? (value * 80).rounded() / 100 : value
    }
}
