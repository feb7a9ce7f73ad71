import NetworkTypes
import SiteModel
import TrafficObservation

/// Decides which hosts keys join: one sufficient key, or two of different groups, and nothing that speaks against it.
struct HostMerger {
    private(set) var grouping: HostGrouping
    private let graph: BindingGraph
    private let families: RootFamilies
    /// The hosts, as the MACs alone made them, that a joined host consists of; none: itself.
    private var parts: [Int32: [Int32]] = [:]
    private var contradictions: Contradictions
    /// Roots by the hosts as the MACs alone made them.
    private var claims: [KeyClaim] = []
    private(set) var refused: [RefusedClaim] = []
    /// What was refused already.
    private var known: Set<Refusal> = []
    /// For each host, by a node of it: how sure its weakest join is.
    private(set) var confidence: [Int32: Double] = [:]

    /// A join may make the next one possible.
    private static let mostRounds = 8

    init(
        _ graph: BindingGraph, _ grouping: HostGrouping, _ groups: [KeyGroup], _ directory: AddressDirectory,
        index: SiteIndex?, separated: [(Int32, Int32)], stated: [Int32]
    ) {
        self.graph = graph
        self.grouping = grouping
        var families = RootFamilies(graph, grouping)
        var found = KeyClaims()
        for group in groups {
            var members: [Int32: MergeEvidence?] = [:]
            for member in group.members where !graph.nodes[Int(member.node)].isVirtual {
                // Behind a shared card live several machines; only a person or the list knows which.
                if graph.nodes[Int(member.node)].isShared, group.key != .configuration { continue }
                let root = families.root(member.node)
                if members[root] == nil { members[root] = member.evidence }
            }
            // Machines of the outside are not the office's, however much is known of them.
            if members.keys.allSatisfy({ graph.standIns[$0] != nil }),
                !members.keys.contains(where: { Self.isInside($0, graph, index) })
            {
                continue
            }
            let sorted = members.sorted { $0.key < $1.key }
            found.add(group.key, group.value, sorted.map { ($0.key, $0.value) }, &families)
        }
        self.families = families
        claims = found.claims
        refused = found.refused
        for refusal in refused { known.insert(Refusal(refusal.claim)) }
        contradictions = Contradictions(
            graph, families, directory, roots: Set(claims.flatMap { [$0.a, $0.b] } + stated.map(families.root)),
            index: index)
        for (a, b) in separated { contradictions.separate(families.root(a), families.root(b), because: "pin") }
    }

    /// An address that stands for itself is of the site: private, or listed, or in one of its segments.
    static func isInside(_ node: Int32, _ graph: BindingGraph, _ index: SiteIndex?) -> Bool {
        guard let address = graph.standIns[node] else { return true }
        if let ipv4 = address.ipv4, ipv4.isPrivate { return true }
        if let ipv6 = address.ipv6, ipv6.scope == .uniqueLocal { return true }
        guard let index else { return false }
        return index.segment(containing: address) != .none || !index.hosts(at: address).isEmpty
    }

    /// The nodes of a host as the MACs alone made it.
    func nodes(of root: Int32) -> ArraySlice<Int32> { families.nodes(of: root) }

    /// The claims that hold: both ends are one host now.
    var accepted: [KeyClaim] { claims.filter { grouping.root($0.a) == grouping.root($0.b) } }

    /// What speaks against two hosts as the MACs alone made them; nil where they are one.
    func contradiction(_ a: Int32, _ b: Int32) -> String? {
        let (a, b) = (families.root(a), families.root(b))
        return a == b ? nil : contradictions.reason(a, b) ?? contradictions.difference(a, b)
    }

    mutating func run() {
        guard !claims.isEmpty else { return }
        for _ in 0..<Self.mostRounds where !joinOnce() { break }
    }

    private struct Pair: Hashable {
        let a: Int32
        let b: Int32
    }

    /// - Returns: whether something was joined.
    private mutating func joinOnce() -> Bool {
        var byPair: [Pair: [Int]] = [:]
        for (number, claim) in claims.enumerated() {
            let (a, b) = (grouping.root(claim.a), grouping.root(claim.b))
            if a != b { byPair[Pair(a: min(a, b), b: max(a, b)), default: []].append(number) }
        }
        var candidates: [(pair: Pair, claims: [Int], confidence: Double)] = []
        for (pair, numbers) in byPair where isEnough(numbers) {
            candidates.append((pair, numbers, MergeKey.combined(Set(numbers.map { claims[$0].key }))))
        }
        let started = candidates.count > 1 ? firstProofs(of: candidates.flatMap { [$0.pair.a, $0.pair.b] }) : [:]
        candidates.sort { one, other in
            if one.confidence != other.confidence { return one.confidence > other.confidence }
            return Self.order(one.pair, other.pair, started)
        }
        var hasJoined = false
        for candidate in candidates {
            let (a, b) = (grouping.root(candidate.pair.a), grouping.root(candidate.pair.b))
            guard a != b else { continue }
            if let reason = reason(a, b) {
                for number in candidate.claims { refuse(claims[number], reason) }
                continue
            }
            let sure = min(confidence[a] ?? 1, confidence[b] ?? 1, candidate.confidence)
            grouping.join(a, b)
            let joined = parts(of: a) + parts(of: b)
            parts[a] = nil
            parts[b] = nil
            parts[grouping.root(a)] = joined
            confidence[a] = nil
            confidence[b] = nil
            confidence[grouping.root(a)] = sure
            hasJoined = true
        }
        return hasJoined
    }

    private struct Refusal: Hashable {
        let key: MergeKey
        let a: Int32
        let b: Int32

        init(_ claim: KeyClaim) {
            key = claim.key
            a = claim.a
            b = claim.b
        }
    }

    private mutating func refuse(_ claim: KeyClaim, _ reason: String) {
        if known.insert(Refusal(claim)).inserted { refused.append(RefusedClaim(claim: claim, because: reason)) }
    }

    private func parts(of root: Int32) -> [Int32] { parts[root] ?? [root] }

    private func isEnough(_ numbers: [Int]) -> Bool {
        if numbers.contains(where: { claims[$0].key.isSufficient && !claims[$0].isSupporting }) { return true }
        return Set(numbers.filter { claims[$0].key.isNecessary }.map { claims[$0].key.group }).count > 1
    }

    /// By what was seen first, so that the numbers of nodes do not matter.
    private static func order(_ one: Pair, _ other: Pair, _ started: [Int32: Proof]) -> Bool {
        let proofs = [one, other].map { pair in [pair.a, pair.b].compactMap { started[$0] }.sorted() }
        for (a, b) in zip(proofs[0], proofs[1]) where a != b { return a < b }
        return (one.a, one.b) < (other.a, other.b)
    }

    private func firstProofs(of roots: [Int32]) -> [Int32: Proof] {
        let wanted = Set(roots)
        var result: [Int32: Proof] = [:]
        for (number, node) in graph.nodes.enumerated() {
            let root = grouping.root(Int32(number))
            guard wanted.contains(root) else { continue }
            result[root] = result[root].map { min($0, node.firstProof) } ?? node.firstProof
        }
        return result
    }

    /// What keeps any two of their parts apart.
    private func reason(_ a: Int32, _ b: Int32) -> String? {
        for one in parts(of: a) {
            for other in parts(of: b) {
                if let reason = contradictions.reason(one, other) { return reason }
            }
        }
        return nil
    }
}
