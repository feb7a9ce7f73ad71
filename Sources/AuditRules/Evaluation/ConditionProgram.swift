/// Conditions over one kind of subject as one flat list in prefix order: facts are places in a row and policy values
/// are filled in, so that evaluation looks nothing up, counts no references and allocates nothing.
struct ConditionProgram: Sendable {
    enum Kind: UInt8, Sendable { case fact, all, any, none }

    struct Node: Sendable, BitwiseCopyable {
        let kind: Kind
        let comparison: Condition.Comparison
        /// Of a fact: its place in the row.
        let index: Int32
        /// Behind the last node of this one.
        var end: Int32
        let literal: Int64
    }

    /// A fact against a number: all that the truth of the conditions hangs on.
    private struct Test: Sendable, Hashable {
        let comparison: Condition.Comparison
        let index: Int32
        let literal: Int64
    }

    private var nodes: [Node] = []
    private var keys: [FactKey] = []
    /// Those of all conditions, each once.
    private var tests: [Test] = []
    private var knownTests: Set<Test> = []

    /// Adds a condition and gives its place. Its facts are those of one kind of subject: the loader has seen to it.
    mutating func append(_ condition: Condition, policy: PolicyValues) -> Int {
        let place = nodes.count
        switch condition {
        case .fact(let key, let comparison, let operand):
            let literal: Int64 =
                switch operand {
                case .literal(let value): value
                case .policy(let key): policy[key]
                }
            nodes.append(
                Node(
                    kind: .fact, comparison: comparison, index: Int32(key.index), end: Int32(place + 1),
                    literal: literal))
            keys.append(key)
            let test = Test(comparison: comparison, index: Int32(key.index), literal: literal)
            if knownTests.insert(test).inserted { tests.append(test) }
        case .all(let parts): append(.all, parts, policy)
        case .any(let parts): append(.any, parts, policy)
        case .none(let parts): append(.none, parts, policy)
        }
        return place
    }

    private mutating func append(_ kind: Kind, _ parts: [Condition], _ policy: PolicyValues) {
        let place = nodes.count
        nodes.append(Node(kind: kind, comparison: .equal, index: -1, end: 0, literal: 0))
        // Stands for no fact; never read.
        keys.append(.hostState)
        for part in parts { _ = append(part, policy: policy) }
        nodes[place].end = Int32(nodes.count)
    }

    // MARK: Signature

    /// How many words a signature has.
    var signatureWidth: Int { (tests.count + 31) / 32 }

    /// The truth of every comparison, two bits each, 32 to a word: subjects with the same one get the same verdicts.
    func sign(_ row: borrowing FactRow, into words: inout [UInt64]) {
        var (word, shift, place) = (UInt64(0), UInt64(0), 0)
        for test in tests {
            let value = row.cells[Int(test.index)]
            if value == FactRow.absent {
                word |= 1 << shift
            } else if test.comparison.holds(value, test.literal) {
                word |= 2 << shift
            }
            shift += 2
            if shift == 64 {
                words[place] = word
                (word, shift, place) = (0, 0, place + 1)
            }
        }
        if shift > 0 { words[place] = word }
    }

    // MARK: Truth

    func truth(at place: Int, of row: borrowing FactRow) -> Truth {
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
            let value = truth(at: part, of: row)
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

    /// The absent facts that keep a condition from being decided.
    func absentFacts(at place: Int, in row: borrowing FactRow, into facts: inout FactSet) {
        guard truth(at: place, of: row) == .unknown else { return }
        if nodes[place].kind == .fact { return facts.insert(keys[place]) }
        var part = place + 1
        while part < Int(nodes[place].end) {
            absentFacts(at: part, in: row, into: &facts)
            part = Int(nodes[part].end)
        }
    }

    /// The facts, absent or not enough, that keep a condition from being true.
    func unmetFacts(at place: Int, in row: borrowing FactRow, wanted: Truth = .yes, into facts: inout FactSet) {
        guard truth(at: place, of: row) != wanted else { return }
        if nodes[place].kind == .fact { return facts.insert(keys[place]) }
        let wantedOfParts = nodes[place].kind == .none ? !wanted : wanted
        var part = place + 1
        while part < Int(nodes[place].end) {
            unmetFacts(at: part, in: row, wanted: wantedOfParts, into: &facts)
            part = Int(nodes[part].end)
        }
    }

    /// The facts that make a condition true, in order of appearance.
    func decidingFacts(at place: Int, in row: borrowing FactRow, wanted: Truth = .yes, into facts: inout [FactKey]) {
        guard truth(at: place, of: row) == wanted else { return }
        if nodes[place].kind == .fact {
            if !facts.contains(keys[place]) { facts.append(keys[place]) }
            return
        }
        let wantedOfParts = nodes[place].kind == .none ? !wanted : wanted
        var part = place + 1
        while part < Int(nodes[place].end) {
            decidingFacts(at: part, in: row, wanted: wantedOfParts, into: &facts)
            part = Int(nodes[part].end)
        }
    }
}
