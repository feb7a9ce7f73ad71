import NetworkTypes
import TrafficObservation

/// What a key says: two nodes are one machine.
struct KeyClaim {
    let key: MergeKey
    let a: Int32
    let b: Int32
    /// What both have in common, for the explanation: a name, a key's digest; nil where the addresses say it all.
    let value: String?
    /// In the order of the frames.
    var evidence: [MergeEvidence]
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
    private var places: [Subject: Int] = [:]

    private struct Subject: Hashable {
        let key: MergeKey
        let a: Int32
        let b: Int32
        let value: String?
    }

    /// Every two of a group, unless the group cannot be one machine.
    ///
    /// - Parameter members: nodes of distinct hosts, each with the frame that shows the value.
    mutating func add(
        _ key: MergeKey, _ value: String?, _ members: [(node: Int32, evidence: MergeEvidence?)],
        _ families: inout RootFamilies
    ) {
        guard members.count > 1 else { return }
        let nodes = members.map(\.node)
        // What the owner lists, and an address made of a card, need no guess about who else has the family.
        let isPlain = key == .configuration || key == .neighbourTables || key == .embeddedMAC
        let conflict = isPlain ? .none : families.conflict(nodes)
        for (position, one) in members.enumerated() {
            for other in members[(position + 1)...] {
                var claim = KeyClaim(
                    key: key, a: one.node, b: other.node, value: value,
                    evidence: [one.evidence, other.evidence].compactMap { $0 }.sorted { $0.proof < $1.proof })
                switch conflict {
                case .cannotBeOne:
                    refused.append(RefusedClaim(claim: claim, because: "shared-identity"))
                    // Of a cloned image there may be hundreds.
                    if refused.count > Self.mostRefusals { return }
                case .mayBeClones:
                    claim.isSupporting = key.isClonable
                    append(claim)
                case .none: append(claim)
                }
            }
        }
    }

    /// Of what says the same, the earliest is kept.
    private mutating func append(_ claim: KeyClaim) {
        let subject = Subject(key: claim.key, a: claim.a, b: claim.b, value: claim.value)
        guard let place = places[subject] else {
            places[subject] = claims.count
            claims.append(claim)
            return
        }
        claims[place].isSupporting = claims[place].isSupporting && claim.isSupporting
        if let proof = claim.evidence.first?.proof, claims[place].evidence.first.map({ proof < $0.proof }) ?? true {
            claims[place].evidence = claim.evidence
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
