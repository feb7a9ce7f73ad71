import Foundation

extension String {
    /// For comparing what people typed: lower case, without diacritics (đ is d), words between single spaces.
    var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII }
        var text = ""
        var isBetween = false
        for scalar in decomposedStringWithCompatibilityMapping.unicodeScalars {
            let letter: Unicode.Scalar = scalar == "đ" || scalar == "Đ" ? "d" : scalar
            if letter.properties.generalCategory == .nonspacingMark { continue }
            guard letter.properties.isAlphabetic || letter.properties.numericType != nil else {
                isBetween = true
                continue
            }
            if isBetween, !text.isEmpty { text += " " }
            isBetween = false
            text += letter.properties.lowercaseMapping
        }
        return text
    }
}

extension String {
    fileprivate var foldedASCII: String {
        var text: [UInt8] = []
        text.reserveCapacity(utf8.count)
        var isBetween = false
        for octet in utf8 {
            switch octet {
            case 0x30...0x39, 0x61...0x7a, 0x41...0x5a:
                if isBetween, !text.isEmpty { text.append(0x20) }
                isBetween = false
                text.append(octet < 0x41 ? octet : octet | 0x20)
            default: isBetween = true
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// The word that a misspelt one was probably meant to be.
enum NearestWord {
    /// Longer words get no suggestion, so that hostile input costs nothing.
    private static let longest = 64

    /// The nearest candidate within a third of the word's length, at least one edit.
    static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.folded.utf8)
        guard !wanted.isEmpty, wanted.count <= longest else { return nil }
        let limit = max(1, wanted.count / 3)
        var best: (distance: Int, word: String)?
        for candidate in candidates {
            let other = Array(candidate.folded.utf8)
            guard abs(other.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, other)
            guard distance <= limit else { continue }
            if let best, (best.distance, best.word) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.word
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for row in 0..<a.count {
            var current = [row + 1]
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
