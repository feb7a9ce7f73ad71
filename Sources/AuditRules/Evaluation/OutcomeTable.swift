/// What one rule says to subjects that are alike.
struct Outcome: Sendable {
    /// The place of the verdict in `Verdict.allCases`.
    let code: UInt8
    /// The number of the list of missing facts; −1: none.
    let missing: Int32

    init(_ verdict: Verdict, missing: Int32 = -1) {
        code = verdict.place
        self.missing = missing
    }

    var verdict: Verdict { Verdict.allCases[Int(code)] }
    /// Not `pass` and not `not-applicable`.
    var isFinding: Bool { code != Verdict.pass.place && code != Verdict.notApplicable.place }
}

/// The outcomes of all rules of one kind of subject, once for each combination of truths that subjects show: a million
/// hosts show a few hundred. A pattern is the number of such a combination.
struct OutcomeTable: Sendable {
    /// How many rules there are.
    let rules: Int
    /// Words of a signature.
    private let width: Int
    /// Pattern by pattern, rule by rule.
    private(set) var outcomes: [Outcome] = []
    private var signatures: [UInt64] = []
    /// Open addressing with linear probing: a pattern plus one; zero: free.
    private var slots = [Int32](repeating: 0, count: 64)
    private(set) var count = 0
    private let seed = UInt64.random(in: .min ... .max)

    init(rules: Int, width: Int) {
        self.rules = rules
        self.width = width
    }

    @inline(__always)
    func outcome(_ pattern: Int32, _ rule: Int) -> Outcome { outcomes[Int(pattern) * rules + rule] }

    /// The pattern of a signature.
    func find(_ signature: [UInt64]) -> Int32? {
        var position = place(of: signature, at: 0)
        while slots[position] != 0 {
            let pattern = slots[position] - 1
            if isEqual(signature, Int(pattern)) { return pattern }
            position = (position + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a pattern that `find` did not find.
    mutating func add(_ signature: [UInt64], _ outcomes: [Outcome]) -> Int32 {
        if count * 2 >= slots.count { grow() }
        insert(place(of: signature, at: 0), count)
        return append(signature, outcomes)
    }

    /// Adds a pattern that holds for one subject only, because somebody answered for it.
    mutating func add(_ outcomes: [Outcome]) -> Int32 { append(Array(repeating: 0, count: width), outcomes) }

    private mutating func append(_ signature: [UInt64], _ outcomes: [Outcome]) -> Int32 {
        signatures += signature
        self.outcomes += outcomes
        count += 1
        return Int32(count - 1)
    }

    private mutating func grow() {
        let old = slots
        slots = [Int32](repeating: 0, count: old.count * 2)
        for slot in old where slot != 0 { insert(place(of: signatures, at: Int(slot - 1) * width), Int(slot - 1)) }
    }

    private mutating func insert(_ start: Int, _ pattern: Int) {
        var position = start
        while slots[position] != 0 { position = (position + 1) & (slots.count - 1) }
        slots[position] = Int32(pattern + 1)
    }

    private func isEqual(_ signature: [UInt64], _ pattern: Int) -> Bool {
        for word in 0..<width where signatures[pattern * width + word] != signature[word] { return false }
        return true
    }

    private func place(of words: [UInt64], at start: Int) -> Int {
        var hash = seed
        for word in 0..<width {
            let product = (hash ^ words[start + word]).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
            hash = product.high ^ product.low
        }
        return Int(truncatingIfNeeded: hash) & (slots.count - 1)
    }
}

extension Verdict {
    /// Its place in `allCases`.
    var place: UInt8 {
        switch self {
        case .pass: 0
        case .fail: 1
        case .warn: 2
        case .unknown: 3
        case .notApplicable: 4
        case .needsAnswer: 5
        }
    }
}
