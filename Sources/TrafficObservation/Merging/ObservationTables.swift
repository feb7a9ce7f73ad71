/// Something that is done to every table of a set, in their order.
protocol TableChange {
    mutating func change<Row: MergeableRow>(_ rows: inout [Row])
}

extension ObservationSet {
    /// All tables but captures and links, and but those that `conclude` makes.
    mutating func changeTables(_ change: inout some TableChange) {
        change.change(&macs)
        change.change(&bindings)
        change.change(&sources)
        change.change(&flows)
        change.change(&routers)
        change.change(&dhcpServers)
        change.change(&hostNames)
        change.change(&chainNames)
        change.change(&resolutions)
        change.change(&tunnels)
        change.change(&conflicts)
        change.change(&statedRoles)
        change.change(&serverNames)
        change.change(&identities)
        change.change(&routing)
        change.change(&devices)
        change.change(&claims)
        change.change(&unreachables)
    }

    /// Gives captures and links new numbers in all rows; the rows stay where they are.
    mutating func renumber(_ numbers: Renumbering) {
        for place in links.indices { links[place].renumber(numbers) }
        var change = RowRenumbering(numbers: numbers)
        changeTables(&change)
        change.change(&roleHints)
        change.change(&dnsNames)
        for place in kept.indices {
            kept[place].chain = numbers.chain(kept[place].chain)
            for frame in kept[place].frames.indices {
                kept[place].frames[frame].capture = numbers.capture(kept[place].frames[frame].capture)
            }
        }
    }
}

private struct RowRenumbering: TableChange {
    let numbers: Renumbering

    mutating func change<Row: MergeableRow>(_ rows: inout [Row]) {
        for place in rows.indices { rows[place].renumber(numbers) }
    }
}

/// Drops the rows of some links and chains.
struct RowRemoval: TableChange {
    let links: Set<UInt32>
    let chains: Set<UInt32>

    mutating func change<Row: MergeableRow>(_ rows: inout [Row]) {
        let places = Row.self == DNSNameRow.self ? chains : links
        rows.removeAll { places.contains($0.place) }
    }
}

/// Joins the rows of links and chains that became one with those they are now the same as.
struct RowJoin: TableChange {
    /// Numbers after joining, with those of the later part among the numbers before.
    let link: (target: Set<UInt32>, later: Set<UInt32>)
    let chain: (target: UInt32, later: UInt32)
    let numbers: Renumbering

    mutating func change<Row: MergeableRow>(_ rows: inout [Row]) {
        let isName = Row.self == DNSNameRow.self
        var result: [Row] = []
        result.reserveCapacity(rows.count)
        var places: [RowKey: Int] = [:]
        var later: [Row] = []
        for row in rows {
            let isLater = isName ? row.place == chain.later : link.later.contains(row.place)
            var row = row
            row.renumber(numbers)
            if isLater {
                later.append(row)
                continue
            }
            if isName ? row.place == chain.target : link.target.contains(row.place) { places[row.key] = result.count }
            result.append(row)
        }
        for row in later {
            if let place = places[row.key] { result[place].merge(row) } else { result.append(row) }
        }
        rows = result
    }
}

/// Cuts tables to their limits and counts what goes.
struct RowCut: TableChange {
    let limits: ObservationLimits
    private(set) var refused: [(limit: ObservationLimit, count: UInt64)] = []

    init(_ limits: ObservationLimits) { self.limits = limits }

    mutating func change<Row: MergeableRow>(_ rows: inout [Row]) {
        let surplus = rows.count - limits[Row.limit]
        guard surplus > 0 else { return }
        rows.removeLast(min(surplus, rows.count))
        refused.append((Row.limit, UInt64(surplus)))
    }
}

/// Sorts rows by their keys and forgets what only an observer needs.
struct RowSorting: TableChange {
    mutating func change<Row: MergeableRow>(_ rows: inout [Row]) {
        for place in rows.indices { rows[place].settle() }
        let keys = rows.map(\.key)
        rows = rows.indices.sorted { keys[$0] < keys[$1] }.map { rows[$0] }
    }
}

/// Whether each table stands in the order of its keys, each key once.
struct RowOrderCheck: TableChange {
    private(set) var isInOrder = true

    mutating func change<Row: MergeableRow>(_ rows: inout [Row]) {
        var last: RowKey?
        for row in rows {
            let key = row.key
            if let last, !(last < key) { isInOrder = false }
            last = key
        }
    }
}
