/// A condition as a flat list in prefix order: facts are places in a row and policy values are filled in, so that
/// evaluation looks nothing up and allocates nothing.
struct CompiledCondition: Sendable {
    enum Kind: UInt8, Sendable { case fact, all, any, none }

    struct Node: Sendable {
        let kind: Kind
        let comparison: Condition.Comparison
        /// Of a fact: its place in the row.
        let index: Int32
        /// Behind the last node of this one.
        let end: Int32
        let literal: Int64
    }

    let nodes: [Node]
    private let keys: [FactKey]

    /// The facts are those of one kind of subject: the loader has seen to it.
    init(_ condition: Condition, policy: PolicyValues) {
        var nodes: [Node] = []
        var keys: [FactKey] = []
        Self.append(condition, policy, &nodes, &keys)
        self.nodes = nodes
        self.keys = keys
    }

    private static func append(
        _ condition: Condition, _ policy: PolicyValues, _ nodes: inout [Node], _ keys: inout [FactKey]
    ) {
        func node(_ kind: Kind, _ parts: [Condition]) {
            let place = nodes.count
            let empty = Node(kind: kind, comparison: .equal, index: 0, end: 0, literal: 0)
            nodes.append(empty)
            keys.append(.hostIPv4Addresses)
            for part in parts { append(part, policy, &nodes, &keys) }
            nodes[place] = Node(kind: kind, comparison: .equal, index: 0, end: Int32(nodes.count), literal: 0)
        }
        switch condition {
        case .fact(let key, let comparison, let operand):
            let literal: Int64 =
                switch operand {
                case .literal(let value): value
                case .policy(let key): policy[key]
                }
            nodes.append(
                Node(
                    kind: .fact, comparison: comparison, index: Int32(key.index), end: Int32(nodes.count + 1),
                    literal: literal))
            keys.append(key)
        case .all(let parts): node(.all, parts)
        case .any(let parts): node(.any, parts)
        case .none(let parts): node(.none, parts)
        }
    }

    // MARK: Truth

    func truth(of row: borrowing FactRow) -> Truth { truth(at: 0, row) }

    private func truth(at place: Int, _ row: borrowing FactRow) -> Truth {
        let node = nodes[place]
        if node.kind == .fact {
            let value = row.cells[Int(node.index)]
            return value == FactRow.absent ? .unknown : Truth(node.comparison.holds(value, node.literal))
        }
        // The value that decides the whole at once: a false part of `all`, a true one of `any` and `none`.
        let deciding: Truth = node.kind == .all ? .no : .yes
        var result = !deciding
        var part = place + 1
        while part < Int(node.end) {
            let value = truth(at: part, row)
            if value == deciding {
                result = deciding
                break
            }
            if value == .unknown { result = .unknown }
            part = Int(nodes[part].end)
        }
        return node.kind == .none ? !result : result
    }

    // MARK: Reasons

    /// The absent facts that keep the condition from being decided.
    func absentFacts(in row: FactRow, at place: Int = 0, into facts: inout FactSet) {
        guard truth(at: place, row) == .unknown else { return }
        if nodes[place].kind == .fact {
            facts.insert(keys[place])
            return
        }
        forEachPart(of: place) { absentFacts(in: row, at: $0, into: &facts) }
    }

    /// The facts, absent or not enough, that keep the condition from being true.
    func unmetFacts(in row: FactRow, at place: Int = 0, wanted: Truth = .yes, into facts: inout FactSet) {
        guard truth(at: place, row) != wanted else { return }
        switch nodes[place].kind {
        case .fact: facts.insert(keys[place])
        case .none: forEachPart(of: place) { unmetFacts(in: row, at: $0, wanted: !wanted, into: &facts) }
        case .all, .any: forEachPart(of: place) { unmetFacts(in: row, at: $0, wanted: wanted, into: &facts) }
        }
    }

    /// The facts that make the condition true (or false), in order of appearance.
    func decidingFacts(in row: FactRow, at place: Int = 0, wanted: Truth = .yes, into facts: inout [FactKey]) {
        guard truth(at: place, row) == wanted else { return }
        switch nodes[place].kind {
        case .fact:
            if !facts.contains(keys[place]) { facts.append(keys[place]) }
        case .none: forEachPart(of: place) { decidingFacts(in: row, at: $0, wanted: !wanted, into: &facts) }
        case .all, .any: forEachPart(of: place) { decidingFacts(in: row, at: $0, wanted: wanted, into: &facts) }
        }
    }

    private func forEachPart(of place: Int, _ body: (Int) -> Void) {
        var part = place + 1
        while part < Int(nodes[place].end) {
            body(part)
            part = Int(nodes[part].end)
        }
    }
}
