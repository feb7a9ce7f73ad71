import NetworkTypes

extension RouterRow: MergeableRow {
    static var limit: ObservationLimit { .routers }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey {
        RowKey(link).with {
            $0.address = IPAddress(source)
            $0.mac = mac
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        sighting.renumber(numbers)
        firstPositiveLifetime.renumber(numbers)
        deprecatedPrefixes.renumber(numbers)
    }

    mutating func merge(_ later: RouterRow) {
        sighting.merge(later.sighting)
        if later.latestTime >= latestTime {
            latest = later.latest
            latestTime = later.latestTime
        }
        hasPositiveLifetime = hasPositiveLifetime || later.hasPositiveLifetime
        firstPositiveLifetime.merge(later.firstPositiveLifetime)
        prefixes.merge(later.prefixes) { _, latest in latest }
        resolvers.formUnion(later.resolvers)
        nat64Prefixes.formUnion(later.nat64Prefixes)
        largestLifetimeSeconds = max(largestLifetimeSeconds, later.largestLifetimeSeconds)
        wasIncomplete = wasIncomplete || later.wasIncomplete
        deprecatedPrefixes.merge(later.deprecatedPrefixes)
    }
}

extension RoutingRow: MergeableRow {
    static var limit: ObservationLimit { .routing }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey {
        RowKey(link).with {
            $0.address = source
            $0.mac = mac
            $0.number = UInt64(group) << 8 | UInt64(family.rawValue)
            $0.text = `protocol`.rawValue
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        sighting.renumber(numbers)
    }

    mutating func merge(_ later: RoutingRow) {
        sighting.merge(later.sighting)
        addresses.formUnion(later.addresses)
    }
}

extension AddressConflictRow: MergeableRow {
    static var limit: ObservationLimit { .conflicts }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey {
        RowKey(link).with {
            $0.address = IPAddress(address)
            $0.mac = first
            $0.number = second.value
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        sighting.renumber(numbers)
    }

    mutating func merge(_ later: AddressConflictRow) { sighting.merge(later.sighting) }
}

extension RoleHintRow: MergeableRow {
    static var limit: ObservationLimit { .roleHints }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey {
        RowKey(link).with {
            $0.mac = mac
            $0.text = role.rawValue
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        sighting.renumber(numbers)
    }

    mutating func merge(_ later: RoleHintRow) { sighting.merge(later.sighting) }
}
