/// The word that a misspelt one was probably meant to be.
enum NearestWord {
    /// Words longer than this get no suggestion, so that hostile input costs nothing.
    private static let longestWord = 64

    /// The nearest candidate within a third of the word's length, at least one edit; letter case counts as no edit.
    static func of(_ word: some StringProtocol, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased())
        guard !wanted.isEmpty, wanted.count <= longestWord else { return nil }
        let limit = max(1, wanted.count / 3)
        let near = candidates.compactMap { candidate -> (distance: Int, word: String)? in
            let other = Array(candidate.lowercased())
            guard abs(other.count - wanted.count) <= limit else { return nil }
            let distance = distance(wanted, other)
            return distance <= limit ? (distance, candidate) : nil
        }
        return near.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for row in a.indices {
            var current = [row + 1]
            for column in b.indices {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (a[row] == b[column] ? 0 : 1))
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[b.count]
    }
}
