/// The word that a misspelt one was probably meant to be.
package enum Suggestion {
    /// Words longer than this get no suggestion, so that hostile input costs nothing.
    private static let longestWord = 64

    /// The nearest candidate within a third of the word's length, at least one edit; letter case counts as no edit.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased())
        guard !wanted.isEmpty, wanted.count <= longestWord else { return nil }
        let limit = max(1, wanted.count / 3)
        var best: (distance: Int, word: String)?
        for candidate in candidates {
            let other = Array(candidate.lowercased())
            guard abs(other.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, other)
            guard distance <= limit else { continue }
            if let best, (best.distance, best.word) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.word
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for row in 0..<a.count {
            var current = [row + 1]
            current.reserveCapacity(b.count + 1)
            for column in 0..<b.count {
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
