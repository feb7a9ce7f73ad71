import NetworkTypes
import TrafficObservation

extension BindingGraph {
    /// Machines that used one card one after the other, as at a dock: each DHCP name with its own time.
    ///
    /// - Parameter shared: nodes whose card shows several machines, by their place.
    mutating func splitSessions(of shared: [LinkMAC: Int32]) {
        guard !shared.isEmpty else { return }
        var names: [Int32: [String: Sighting]] = [:]
        for row in set.hostNames where row.source == .dhcp {
            guard let node = shared[LinkMAC(observed: Int32(row.link), mac: row.mac)] else { continue }
            var sighting = row.sighting
            if let known = names[node]?[row.name] { sighting.merge(known) }
            names[node, default: [:]][row.name] = sighting
        }
        for (node, found) in names.sorted(by: { $0.key < $1.key }) where found.count > 1 {
            let sorted = found.values.sorted { $0.first < $1.first }
            let isOneByOne = zip(sorted, sorted.dropFirst()).allSatisfy { $0.last < $1.first.time }
            if isOneByOne { split(node, at: sorted.dropFirst().map(\.first)) }
        }
    }

    private mutating func split(_ node: Int32, at starts: [Proof]) {
        var parts = [Session(start: nodes[Int(node)].firstProof.time, node: node)]
        for start in starts {
            parts.append(Session(start: start.time, node: appendSession(of: node, start)))
        }
        for row in claimRows(of: node) where owner[Int(row)] == node {
            let sighting = binding(row).sighting
            guard let place = parts.lastIndex(where: { $0.start <= sighting.first.time }), place > 0 else { continue }
            // What was used in two of them is nobody's alone.
            if place + 1 < parts.count, sighting.last >= parts[place + 1].start { continue }
            give(row, to: parts[place].node)
        }
        sessions[node] = parts
    }

    /// The node that had a card at a time.
    func node(_ node: Int32, at time: CaptureTime) -> Int32 {
        guard !sessions.isEmpty, let parts = sessions[node] else { return node }
        return parts.last { $0.start <= time }?.node ?? node
    }
}

/// The time in which one machine had a shared card.
struct Session {
    let start: CaptureTime
    let node: Int32
}
