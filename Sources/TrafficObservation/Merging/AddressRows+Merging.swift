import NetworkTypes

extension BindingRow: MergeableRow {
    static var limit: ObservationLimit { .bindings }
    var place: UInt32 { linkNumber }
    var key: RowKey {
        RowKey(linkNumber).with {
            $0.address = address
            $0.mac = mac
            $0.text = evidence.rawValue
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        linkNumber = numbers.link(linkNumber)
        sighting.renumber(numbers)
    }

    mutating func merge(_ later: BindingRow) {
        sighting.merge(later.sighting)
        withoutOverride = withoutOverride && later.withoutOverride
    }

    mutating func settle() { next = -1 }
}

extension SourceRow: MergeableRow {
    static var limit: ObservationLimit { .sources }
    var place: UInt32 { linkNumber }
    var key: RowKey {
        RowKey(linkNumber).with {
            $0.address = address
            $0.mac = mac
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        linkNumber = numbers.link(linkNumber)
        sighting.renumber(numbers)
    }

    mutating func merge(_ later: SourceRow) {
        sighting.merge(later.sighting)
        traffic += later.traffic
        largestHopLimit = max(largestHopLimit, later.largestHopLimit)
        announcements = max(announcements, later.announcements)
    }

    mutating func settle() { announcements = 0 }
}

extension MACRow: MergeableRow {
    static var limit: ObservationLimit { .macs }
    var place: UInt32 { linkNumber }
    var key: RowKey { RowKey(linkNumber).with { $0.mac = mac } }
}
