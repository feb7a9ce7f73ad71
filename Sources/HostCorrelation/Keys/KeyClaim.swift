import NetworkTypes
import TrafficObservation

/// What a key says: two nodes are one machine.
struct KeyClaim {
    let key: MergeKey
    let a: Int32
    let b: Int32
    /// What both have in common, for the explanation: a name, a key's digest; nil where the addresses say it all.
    let value: String?
    let evidence: [MergeEvidence]
    /// Both nodes are whole machines already, as two clones of an image would be: only a key of another group makes the
    /// claim good.
    var isSupporting = false
}

/// A claim that was refused, and by what.
struct RefusedClaim {
    let claim: KeyClaim
    /// A code of `RejectedLink`.
    let because: String
}

/// Claims and refusals as they are found.
struct KeyClaims {
    var claims: [KeyClaim] = []
    var refused: [RefusedClaim] = []

    /// Every two of a group, unless the group cannot be one machine.
    ///
    /// - Parameter members: nodes of distinct hosts, each with the frame that shows the value.
    mutating func add(
        _ key: MergeKey, _ value: String?, _ members: [(node: Int32, evidence: MergeEvidence?)], _ families: RootFamilies
    ) {
        guard members.count > 1 else { return }
        let nodes = members.map(\.node)
        let conflict = families.conflict(nodes)
        for (position, one) in members.enumerated() {
            for other in members[(position + 1)...] {
                var claim = KeyClaim(
                    key: key, a: one.node, b: other.node, value: value,
                    evidence: [one.evidence, other.evidence].compactMap { $0 })
                switch conflict {
                case .cannotBeOne:
                    refused.append(RefusedClaim(claim: claim, because: "shared-identity"))
                    // Of a cloned image there may be hundreds.
                    if refused.count > Self.mostRefusals { return }
                case .mayBeClones:
                    claim.isSupporting = key.isClonable
                    claims.append(claim)
                case .none: claims.append(claim)
                }
            }
        }
    }

    private static let mostRefusals = 4096
}

extension MergeKey {
    /// An image that is copied takes the key along.
    fileprivate var isClonable: Bool {
        switch self {
        case .sshHostKey, .tlsKey, .uniqueIdentifier, .computerName, .dhcpName, .linkName, .dnsName,
            .dnsAddresses:
            true
        default: false
        }
    }
}
