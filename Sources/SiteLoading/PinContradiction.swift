public import SiteModel

extension [PinFile.Statement] {
    /// The lines of the statements that a new one contradicts, in order; empty: none.
    ///
    /// What is the same as a third thing is the same, so that a chain of statements counts like one.
    public func contradicting(_ pin: Pin) -> [Int] {
        switch pin.relation {
        case .different:
            for (position, one) in pin.keys.enumerated() {
                for other in pin.keys[(position + 1)...] {
                    if let lines = path(from: one, to: other) { return Set(lines).sorted() }
                }
            }
        case .same:
            for statement in self where statement.pin.relation == .different {
                for one in statement.pin.keys {
                    for other in statement.pin.keys where other != one {
                        let ends = pin.keys.compactMap { path(from: one, to: $0) }.min { $0.count < $1.count }
                        let others = pin.keys.compactMap { path(from: other, to: $0) }.min { $0.count < $1.count }
                        if let ends, let others { return Set(ends + others + [statement.line]).sorted() }
                    }
                }
            }
        }
        return []
    }

    /// The lines of the statements by which two keys are the same; nil: by none.
    private func path(from start: Pin.Key, to end: Pin.Key) -> [Int]? {
        if start == end { return [] }
        var ways: [Pin.Key: [Int]] = [start: []]
        var open = [start]
        while let key = open.popLast() {
            for statement in self where statement.pin.relation == .same && statement.pin.keys.contains(key) {
                for next in statement.pin.keys where ways[next] == nil {
                    ways[next] = (ways[key] ?? []) + [statement.line]
                    if next == end { return ways[next] }
                    open.append(next)
                }
            }
        }
        return nil
    }
}
