/// Bytes that arrive in pieces, in any order and more than once, put together from offset 0 on; of bytes that arrive
/// twice the first stand.
struct PrefixCollector {
    /// How a piece met what was there before.
    enum Overlap: Sendable { case none, same, different }

    /// What became of a piece.
    struct Insertion {
        /// Bytes that were new, in the prefix or held.
        var added = 0
        var overlap = Overlap.none
        /// Some of it found no room among the held pieces.
        var isRefused = false

        mutating func meet(same: Bool) {
            if !same { overlap = .different } else if overlap == .none { overlap = .same }
        }
    }

    private struct Piece {
        var offset: Int
        let bytes: [UInt8]
        var end: Int { offset + bytes.count }
    }

    /// What a held piece costs beside its bytes, about: its place in the list and the head of its buffer.
    private static let pieceCost = 64

    /// The bytes from offset 0 up to the first gap.
    private(set) var prefix: [UInt8] = []
    /// Behind the gap: in order, apart from each other and from the prefix.
    private var held: [Piece] = []
    private(set) var heldBytes = 0
    var heldCount: Int { held.count }

    /// Memory in bytes, as tables count it.
    var cost: Int { prefix.capacity + heldBytes + held.count * Self.pieceCost }

    /// Takes `range` of the frame, which must lie inside it, as the bytes from `offset` on.
    mutating func insert(
        _ bytes: borrowing RawSpan, _ range: Range<Int>, at offset: Int, heldPieces: Int, heldBytes limit: Int
    ) -> Insertion {
        var result = Insertion()
        let end = offset &+ range.count
        guard offset >= 0, end > offset else { return result }
        let source = range.lowerBound &- offset
        if offset < prefix.count {
            let known = range.lowerBound..<(source + min(end, prefix.count))
            result.meet(same: bytes.equals(known, prefix, at: offset))
        }
        var cursor = max(offset, prefix.count)
        guard cursor < end else { return result }
        if held.isEmpty, cursor == prefix.count {
            prefix.append(bytes, (source + cursor)..<(source + end))
            result.added = end - cursor
            return result
        }
        var gaps: [Range<Int>] = []
        for piece in held where piece.end > cursor && piece.offset < end {
            if cursor < piece.offset { gaps.append(cursor..<piece.offset) }
            let common = max(cursor, piece.offset)..<min(end, piece.end)
            let place = (source + common.lowerBound)..<(source + common.upperBound)
            result.meet(same: bytes.equals(place, piece.bytes, at: common.lowerBound - piece.offset))
            cursor = piece.end
        }
        if cursor < end { gaps.append(cursor..<end) }
        for gap in gaps {
            let place = (source + gap.lowerBound)..<(source + gap.upperBound)
            if gap.lowerBound == prefix.count {
                prefix.append(bytes, place)
                drain()
            } else if held.count < heldPieces, heldBytes + gap.count <= limit {
                hold(Piece(offset: gap.lowerBound, bytes: [UInt8](bytes, place)))
            } else {
                result.isRefused = true
                continue
            }
            result.added += gap.count
        }
        return result
    }

    /// Drops bytes from the front; offsets count from what is left.
    mutating func drop(_ count: Int) {
        let count = min(max(count, 0), prefix.count)
        prefix.removeFirst(count)
        for index in held.indices { held[index].offset -= count }
    }

    /// Drops what waits behind the gap.
    mutating func dropHeld() {
        held = []
        heldBytes = 0
    }

    private mutating func hold(_ piece: Piece) {
        var place = held.count
        while place > 0, held[place - 1].offset > piece.offset { place -= 1 }
        held.insert(piece, at: place)
        heldBytes += piece.bytes.count
    }

    private mutating func drain() {
        var taken = 0
        for piece in held {
            guard piece.offset == prefix.count else { break }
            prefix.append(contentsOf: piece.bytes)
            heldBytes -= piece.bytes.count
            taken += 1
        }
        held.removeFirst(taken)
    }
}
