import NetworkTypes

extension DHCPServerRow: MergeableRow {
    static var limit: ObservationLimit { .dhcpServers }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey {
        RowKey(link).with {
            $0.address = address
            $0.mac = mac
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        sighting.renumber(numbers)
        assignsAddresses.renumber(numbers)
    }

    mutating func merge(_ later: DHCPServerRow) {
        duid = duid ?? later.duid
        sighting.merge(later.sighting)
        assignsAddresses.merge(later.assignsAddresses)
        resolvers.formUnion(later.resolvers)
        gateways.formUnion(later.gateways)
        ntpServers.formUnion(later.ntpServers)
        grantsIPv6Only = grantsIPv6Only || later.grantsIPv6Only
        addressesAssigned.formUnion(later.addressesAssigned)
    }
}

extension ServerNameRow: MergeableRow {
    static var limit: ObservationLimit { .serverNames }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey {
        RowKey(link).with {
            $0.address = server
            $0.number = UInt64(port) << 8 | UInt64(transport.rawValue)
            $0.text = source.rawValue + " " + name
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        sighting.renumber(numbers)
    }

    mutating func merge(_ later: ServerNameRow) { sighting.merge(later.sighting) }
}

extension IdentityRow: MergeableRow {
    static var limit: ObservationLimit { .identities }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey {
        RowKey(link).with {
            $0.address = address
            $0.mac = mac
            $0.text = kind.rawValue + " " + value
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        sighting.renumber(numbers)
    }

    mutating func merge(_ later: IdentityRow) { sighting.merge(later.sighting) }
}

extension DeviceRow: MergeableRow {
    static var limit: ObservationLimit { .devices }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey {
        RowKey(link).with {
            $0.mac = mac
            $0.text = source.rawValue
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        sighting.renumber(numbers)
    }

    /// Of name and capabilities the first stands, as in one capture.
    mutating func merge(_ later: DeviceRow) {
        sighting.merge(later.sighting)
        name = name ?? later.name
        managementAddresses.formUnion(later.managementAddresses)
    }
}
