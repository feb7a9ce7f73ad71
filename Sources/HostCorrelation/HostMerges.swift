import NetworkTypes
import SiteModel
import TrafficObservation

/// The links of merges and the refused ones, by the root of the host they belong to.
struct HostMerges {
    private(set) var links: [Int32: [MergeLink]] = [:]
    private(set) var rejected: [Int32: [RejectedLink]] = [:]
    /// How sure the weakest join of a host is.
    private(set) var confidence: [Int32: Double] = [:]

    /// The most addresses that one side of a link is named by.
    private static let mostTexts = 8

    init(_ merger: HostMerger, _ grouping: HostGrouping, _ graph: BindingGraph, pins: [AppliedPin]) {
        // A host may have any number of addresses and of keys: it is named once.
        var texts: [Int32: [String]] = [:]
        for claim in merger.accepted + merger.refused.map(\.claim) {
            for root in [claim.a, claim.b] where texts[root] == nil { texts[root] = Self.texts(root, merger, graph) }
        }
        for claim in merger.accepted {
            links[grouping.root(claim.a), default: []].append(
                MergeLink(
                    key: claim.key, value: claim.value,
                    joins: Set((texts[claim.a] ?? []) + (texts[claim.b] ?? [])).sorted(),
                    evidence: claim.evidence))
        }
        for (node, sure) in merger.confidence {
            let root = grouping.root(node)
            confidence[root] = min(confidence[root] ?? 1, sure)
        }
        for refused in merger.refused where grouping.root(refused.claim.a) != grouping.root(refused.claim.b) {
            for (own, other) in [(refused.claim.a, refused.claim.b), (refused.claim.b, refused.claim.a)] {
                rejected[grouping.root(own), default: []].append(
                    RejectedLink(
                        key: refused.claim.key.rawValue, because: refused.because,
                        about: texts[other] ?? []))
            }
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
        // So that the order of the rows does not matter.
        links = links.mapValues { list in
            var seen: Set<SaidMerge> = []
            return list.sorted(by: Self.areInOrder)
                .filter { seen.insert(SaidMerge(key: $0.key, value: $0.value, joins: $0.joins)).inserted }
        }
        rejected = rejected.mapValues { $0.sorted(by: Self.areInOrder) }
    }

    private static func areInOrder(_ a: MergeLink, _ b: MergeLink) -> Bool {
        if a.key != b.key { return a.key < b.key }
        if a.value != b.value { return a.value ?? "" < b.value ?? "" }
        if a.joins != b.joins { return a.joins.lexicographicallyPrecedes(b.joins) }
        guard let one = a.evidence.first?.proof, let other = b.evidence.first?.proof, one != other else {
            return (a.evidence.last?.proof.time ?? CaptureTime(nanoseconds: 0))
                < (b.evidence.last?.proof.time ?? CaptureTime(nanoseconds: 0))
        }
        return one < other
    }

    private static func areInOrder(_ a: RejectedLink, _ b: RejectedLink) -> Bool {
        if a.key != b.key { return a.key < b.key }
        return a.because != b.because ? a.because < b.because : a.about.lexicographicallyPrecedes(b.about)
    }

    /// What names a host as the MACs alone made it: its addresses, else its cards.
    private static func texts(_ root: Int32, _ merger: HostMerger, _ graph: BindingGraph) -> [String] {
        let nodes = merger.nodes(of: root)
        let addresses = Set(nodes.flatMap { graph.ownAddresses(of: $0) }).sorted().prefix(mostTexts)
        if !addresses.isEmpty { return addresses.map(\.description) }
        let macs = Set(nodes.map { graph.nodes[Int($0)].mac }).filter(\.isUnicast)
        return macs.sorted().prefix(mostTexts).map(\.description)
    }
}

/// What a link says, whatever frames show it: the first ones are kept.
private struct SaidMerge: Hashable {
    let key: MergeKey
    let value: String?
    let joins: [String]
}
