extension ObservationSet {
    /// Throws where a part of a capture would count twice.
    func checkOverlap(with other: ObservationSet) throws(ObservationMergeError) {
        for mine in captures {
            for theirs in other.captures where mine.hasSource(of: theirs) && !mine.isRepeated(by: theirs) {
                guard mine.overlaps(theirs) else { continue }
                throw ObservationMergeError(
                    path: mine.path, first: (mine.frameOffset &+ 1)...max(mine.lastFrame, mine.frameOffset &+ 1),
                    second: (theirs.frameOffset &+ 1)...max(theirs.lastFrame, theirs.frameOffset &+ 1))
            }
        }
    }

    /// Of chains that are the same, capture by capture, one stays.
    mutating func removeRepeatedCaptures() {
        var known: [[Int]] = []
        var removed: [Int] = []
        for chain in chains {
            let same = known.first { other in
                other.count == chain.count
                    && zip(other, chain).allSatisfy {
                        captures[$0].packets > 0 && captures[$0].isRepeated(by: captures[$1])
                    }
            }
            guard let same else {
                known.append(chain)
                continue
            }
            removed += chain
            // Of two names of one file, whichever comes first.
            for (mine, theirs) in zip(same, chain)
            where captures[theirs].path.utf8.lexicographicallyPrecedes(captures[mine].path.utf8) {
                captures[mine].path = captures[theirs].path
            }
        }
        guard !removed.isEmpty else { return }
        let gone = Set(removed.map { UInt32($0) })
        removeRows(
            ofLinks: Set(links.indices.filter { gone.contains(links[$0].key.capture) }), chains: gone)
        kept.removeAll { gone.contains($0.chain) }
        var numbers: [UInt32] = []
        var left: [CaptureObservation] = []
        for (place, capture) in captures.enumerated() {
            numbers.append(UInt32(left.count))
            if !gone.contains(UInt32(place)) { left.append(capture) }
        }
        captures = left
        for place in captures.indices { captures[place].chain = numbers[Int(captures[place].chain)] }
        renumber(Renumbering(captures: numbers, chains: numbers, links: []))
    }

    /// Two chains of which the second begins in the source, and at the frame, where the first ends.
    func adjacentPieces() -> (earlier: [Int], later: [Int])? {
        let chains = chains
        for later in chains {
            let first = captures[later[0]]
            guard first.frameOffset > 0 else { continue }
            for earlier in chains where earlier != later {
                guard let last = earlier.last, captures[last].lastFrame == first.frameOffset,
                    captures[last].hasSource(of: first)
                else { continue }
                return (earlier, later)
            }
        }
        return nil
    }

    /// The second chain goes on where the first ends.
    mutating func join(_ earlier: [Int], _ later: [Int]) {
        guard let last = earlier.last, let next = later.first else { return }
        let chain = captures[last].chain
        let laterChain = captures[next].chain
        let lastSeen = captures[last].lastSeen
        for place in kept.indices where kept[place].chain == laterChain {
            for frame in kept[place].frames.indices where kept[place].frames[frame].capture == UInt32(next) {
                kept[place].frames[frame].latest =
                    [kept[place].frames[frame].latest, lastSeen].compactMap { $0 }.max()
            }
        }
        captures[last].append(captures[next])

        // The captures: the joined one goes, those behind it move up to it.
        var order = Array(captures.indices)
        order.removeAll { later.contains($0) }
        let place = (order.firstIndex(of: last) ?? order.count - 1) + 1
        order.insert(contentsOf: later.dropFirst(), at: place)
        var numbers = [UInt32](repeating: 0, count: captures.count)
        for (new, old) in order.enumerated() { numbers[old] = UInt32(truncatingIfNeeded: new) }
        numbers[next] = numbers[last]
        var chains = numbers
        chains[Int(laterChain)] = numbers[Int(chain)]

        let (links, joined) = joinedLinks(chain, laterChain)
        let renumbering = Renumbering(captures: numbers, chains: chains, links: links)
        joinRows(renumbering, joined, chain: numbers[Int(chain)], laterChain)
        joinKept(renumbering, chain, laterChain)
        let old = captures
        captures = order.map { old[$0] }
        for place in captures.indices {
            captures[place].chain = chains[Int(captures[place].chain)]
        }
    }

    /// New numbers of all links, and the old ones that are joined to others.
    private func joinedLinks(_ chain: UInt32, _ later: UInt32) -> (numbers: [UInt32], joined: [Int: Int]) {
        var known: [LinkKey: Int] = [:]
        for (place, link) in links.enumerated() where link.key.capture == chain { known[link.key] = place }
        var joined: [Int: Int] = [:]
        for (place, link) in links.enumerated() where link.key.capture == later {
            var key = link.key
            key.capture = chain
            if let target = known[key] { joined[place] = target }
        }
        var numbers = [UInt32](repeating: 0, count: links.count)
        var next: UInt32 = 0
        for place in links.indices where joined[place] == nil {
            numbers[place] = next
            next += 1
        }
        for (place, target) in joined { numbers[place] = numbers[target] }
        return (numbers, joined)
    }

    private mutating func joinRows(
        _ numbers: Renumbering, _ joined: [Int: Int], chain: UInt32, _ laterChain: UInt32
    ) {
        var change = RowJoin(
            link: (Set(joined.values.map { numbers.links[$0] }), Set(joined.keys.map { UInt32($0) })),
            chain: (chain, laterChain), numbers: numbers)
        changeTables(&change)
        var left: [LinkObservation] = []
        for (place, link) in links.enumerated() where joined[place] == nil {
            var link = link
            link.renumber(numbers)
            left.append(link)
        }
        for (place, _) in joined.sorted(by: { $0.key < $1.key }) {
            var link = links[place]
            link.renumber(numbers)
            left[Int(numbers.links[place])].merge(link)
        }
        links = left
    }

    private mutating func joinKept(_ numbers: Renumbering, _ chain: UInt32, _ later: UInt32) {
        let frames = kept.first { $0.chain == later }?.frames ?? []
        let isOpen = kept.contains { $0.chain == chain }
        kept.removeAll { $0.chain == later }
        // What goes before is closed: the later part begins anew.
        if !isOpen, !frames.isEmpty { kept.append(KeptChain(chain: chain, frames: [])) }
        for place in kept.indices {
            if kept[place].chain == chain { kept[place].frames += frames }
            kept[place].chain = numbers.chain(kept[place].chain)
            for frame in kept[place].frames.indices {
                kept[place].frames[frame].capture = numbers.capture(kept[place].frames[frame].capture)
            }
        }
    }
}
