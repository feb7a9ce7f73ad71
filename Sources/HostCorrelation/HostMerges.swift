import NetworkTypes
import SiteModel

/// The links of merges and the refused ones, by the root of the host they belong to.
struct HostMerges {
    private(set) var links: [Int32: [MergeLink]] = [:]
    private(set) var rejected: [Int32: [RejectedLink]] = [:]
    /// How sure the weakest join of a host is.
    private(set) var confidence: [Int32: Double] = [:]

    /// The most addresses that one side of a link is named by.
    private static let mostTexts = 8

    init(_ merger: HostMerger, _ grouping: HostGrouping, _ graph: BindingGraph, pins: [AppliedPin]) {
        for claim in merger.accepted {
            links[grouping.root(claim.a), default: []].append(
                MergeLink(
                    key: claim.key, value: claim.value,
                    joins: Array(Set(Self.texts(claim.a, graph) + Self.texts(claim.b, graph))).sorted(),
                    evidence: claim.evidence))
        }
        links = links.mapValues { $0.inOrder }
        for (node, sure) in merger.confidence { confidence[grouping.root(node)] = sure }
        for refused in merger.refused where grouping.root(refused.claim.a) != grouping.root(refused.claim.b) {
            for (own, other) in [(refused.claim.a, refused.claim.b), (refused.claim.b, refused.claim.a)] {
                rejected[grouping.root(own), default: []].append(
                    RejectedLink(
                        key: refused.claim.key.rawValue, because: refused.because, about: Self.texts(other, graph)))
            }
        }
        rejected = rejected.mapValues { list in
            list.sorted { ($0.key, $0.because, $0.about.first ?? "") < ($1.key, $1.because, $1.about.first ?? "") }
        }
        for applied in pins {
            for root in Set(applied.nodes.map(grouping.root)) {
                let texts = applied.pin.keys.map(\.text).sorted()
                switch applied.pin.relation {
                case .same:
                    links[root, default: []].append(
                        MergeLink(key: .statement, value: applied.pin.why, joins: texts, evidence: []))
                    if let contradiction = applied.contradiction {
                        rejected[root, default: []].append(
                            RejectedLink(key: "P", because: contradiction, about: texts))
                    }
                case .different:
                    rejected[root, default: []].append(RejectedLink(key: "P", because: "pin", about: texts))
                }
            }
        }
    }

    private static func texts(_ node: Int32, _ graph: BindingGraph) -> [String] {
        let addresses = graph.ownAddresses(of: node).prefix(mostTexts).map(\.description)
        if !addresses.isEmpty { return addresses }
        let mac = graph.nodes[Int(node)].mac
        return mac.isUnicast ? [mac.description] : []
    }
}

extension [MergeLink] {
    /// By key, then by what was seen first; each pair of sides once for each key and value.
    fileprivate var inOrder: [MergeLink] {
        var seen: Set<SaidMerge> = []
        return sorted { a, b in
            if a.key != b.key { return a.key < b.key }
            let (one, other) = (a.evidence.first?.proof, b.evidence.first?.proof)
            if let one, let other, one != other { return one < other }
            return (a.value ?? "", a.joins.first ?? "") < (b.value ?? "", b.joins.first ?? "")
        }.filter { seen.insert(SaidMerge(key: $0.key, value: $0.value, joins: $0.joins)).inserted }
    }
}

/// What a link says, whatever frames show it.
private struct SaidMerge: Hashable {
    let key: MergeKey
    let value: String?
    let joins: [String]
}
