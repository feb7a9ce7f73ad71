import Messages
import NetworkTypes
import SiteModel

/// Takes the rows of a list one after the other into what a site has.
struct InventoryMerger {
    /// A host of the site or of the list, as it has become.
    private struct Known {
        var host: ConfiguredHost
        let before: ConfiguredHost?
        /// Its place among the added rows; nil: it is of the site.
        let added: Int?
    }

    private var known: [Known] = []
    private var byMAC: [MACAddress: Int] = [:]
    private var byAddress: [IPAddress: Int] = [:]
    private var byName: [String: Int] = [:]
    private var names: Set<String> = []
    private var systemIDs: [String: String] = [:]
    private var isRepeated: Set<String> = []
    private var changedLines: [Int: Int] = [:]
    private var isConfirmed: Set<Int> = []
    private var added: [InventoryRow] = []
    private var conflicts: [InventoryChange.Conflict] = []

    init(systems: [InformationSystem], devices: [ConfiguredHost], rows: [InventoryRow]) {
        for system in systems {
            systemIDs[system.id.folded] = system.id
            for name in [system.name.vietnamese, system.name.english] where systemIDs[name.folded] == nil {
                systemIDs[name.folded] = system.id
            }
        }
        for host in systems.flatMap(\.components) + devices { add(Known(host: host, before: host, added: nil)) }
        var seen: Set<String> = []
        for row in rows where row.isNamed && !row.isSystemOnly {
            if !seen.insert(row.host.name.folded).inserted { isRepeated.insert(row.host.name.folded) }
        }
    }

    var change: InventoryChange {
        var change = InventoryChange()
        change.added = added
        change.conflicts = conflicts
        for (index, entry) in known.enumerated() where entry.added == nil {
            guard let before = entry.before else { continue }
            if let line = changedLines[index] {
                change.changed.append(InventoryChange.Changed(before: before, after: entry.host, line: line))
            } else if isConfirmed.contains(index) {
                change.unchanged.append(before)
            }
        }
        return change
    }

    mutating func take(_ row: InventoryRow) {
        var row = row
        if let system = row.system, let id = row.host.system {
            row.host.system = systemIDs[id.folded] ?? systemIDs[system.name.folded] ?? id
        }
        if row.isSystemOnly {
            takeSystem(row)
            return
        }
        let matches = self.matches(row)
        guard let index = matches.first else {
            addRow(row)
            return
        }
        if matches.count > 1 {
            let other = known[matches[1]].host
            conflict(row, index, ("component", known[index].host.name, other.name))
            return
        }
        let comparison = HostComparison(known[index].host, row)
        if !comparison.conflicts.isEmpty {
            for item in comparison.conflicts { conflict(row, index, item) }
            return
        }
        isConfirmed.insert(index)
        guard comparison.merged != known[index].host else { return }
        known[index].host = comparison.merged
        remember(comparison.merged, index)
        if let place = known[index].added {
            added[place].host = comparison.merged
            added[place].prefixLengths.merge(row.prefixLengths) { first, _ in first }
        } else {
            changedLines[index] = changedLines[index] ?? row.host.line
        }
    }

    // MARK: - Matching

    /// The hosts that a row could be, by the strongest of its keys; more than one: they contradict each other.
    private func matches(_ row: InventoryRow) -> [Int] {
        var found: [Int] = []
        func collect(_ index: Int?) {
            if let index, !found.contains(index) { found.append(index) }
        }
        for mac in row.host.macs { collect(byMAC[mac]) }
        if !found.isEmpty { return found }
        for address in row.host.addresses where !address.isLinkLocal { collect(byAddress[address]) }
        if !found.isEmpty { return found }
        // A name that many rows have, such as `Máy tính`, says nothing where there is an address.
        let isBare = row.host.macs.isEmpty && row.host.addresses.isEmpty
        guard row.isNamed, isBare || !isRepeated.contains(row.host.name.folded) else { return [] }
        collect(byName[Self.key(row.host.system, row.host.name)])
        return found
    }

    private static func key(_ system: String?, _ name: String) -> String { "\(system ?? "")/\(name.folded)" }

    private mutating func add(_ entry: Known) {
        let index = known.count
        known.append(entry)
        names.insert(Self.key(entry.host.system, entry.host.name))
        remember(entry.host, index)
    }

    /// The first host of a key has it.
    private mutating func remember(_ host: ConfiguredHost, _ index: Int) {
        for mac in host.macs where byMAC[mac] == nil { byMAC[mac] = index }
        for address in host.addresses where !address.isLinkLocal && byAddress[address] == nil {
            byAddress[address] = index
        }
        let name = Self.key(host.system, host.name)
        if byName[name] == nil { byName[name] = index }
    }

    // MARK: - Adding

    private mutating func addRow(_ row: InventoryRow) {
        var row = row
        row.host.name = freeName(row.host)
        if let system = row.system, let id = row.host.system { learn(id, system) }
        added.append(row)
        add(Known(host: row.host, before: nil, added: added.count - 1))
    }

    private mutating func takeSystem(_ row: InventoryRow) {
        guard let system = row.system, let id = row.host.system, systemIDs[id.folded] == nil else { return }
        learn(id, system)
        added.append(row)
    }

    private mutating func learn(_ id: String, _ system: InventoryRow.System) {
        systemIDs[id.folded] = id
        if systemIDs[system.name.folded] == nil { systemIDs[system.name.folded] = id }
    }

    /// `Máy tính`, where that is taken `Máy tính (10.0.0.5)`.
    private func freeName(_ host: ConfiguredHost) -> String {
        func isFree(_ name: String) -> Bool { !names.contains(Self.key(host.system, name)) }
        if isFree(host.name) { return host.name }
        var name = host.name
        if let key = host.addresses.first?.description ?? host.macs.first?.description {
            name += " (\(key))"
            if isFree(name) { return name }
        }
        var number = 2
        while !isFree("\(name) \(number)") { number += 1 }
        return "\(name) \(number)"
    }

    private mutating func conflict(_ row: InventoryRow, _ index: Int, _ item: HostComparison.Conflict) {
        let entry = known[index]
        conflicts.append(
            InventoryChange.Conflict(
                line: row.host.line, existing: entry.host.id, existingLine: entry.added == nil ? entry.host.line : 0,
                column: item.column, existingValue: item.existing, newValue: item.new))
    }
}
