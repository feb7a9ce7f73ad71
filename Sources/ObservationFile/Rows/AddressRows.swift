import NetworkTypes
import TrafficObservation

extension RowWriter {
    mutating func write(_ row: MACRow) {
        number(row.linkNumber)
        mac(row.mac)
        flags(
            row.sentRouterAdvertisement, row.isRouterFlagged, row.isInsideTunnel, row.isSentByCapturePoint,
            row.isReceivedByCapturePoint)
        sighting(row.sighting)
        traffic(row.ipv4Sent)
        traffic(row.ipv6Sent)
        proof(row.firstIPv6Frame)
        set(row.unboundSources) { $0.address($1) }
        set(row.dhcpHardwareAddresses) { $0.mac($1) }
        octetSets(row.dhcpClientIdentifiers)
        set(row.dhcpHostNames) { $0.string($1) }
        octetSets(row.dhcpParameterLists)
        octetSets(row.dhcpv6DUIDs)
        set(row.dhcpVendorClasses) { $0.string($1) }
        proof(row.firstDHCPRequest)
        proof(row.requestsIPv6Only)
        proof(row.grantedIPv6Only)
    }

    mutating func write(_ row: BindingRow) {
        number(row.linkNumber)
        mac(row.mac)
        address(row.address)
        string(row.evidence.rawValue)
        flags(row.withoutOverride)
        sighting(row.sighting)
    }

    mutating func write(_ row: SourceRow) {
        number(row.linkNumber)
        mac(row.mac)
        address(row.address)
        number(row.largestHopLimit)
        sighting(row.sighting)
        traffic(row.traffic)
    }

    mutating func traffic(_ value: TrafficCount) {
        number(value.packets)
        number(value.bytes)
    }
}

extension RowReader {
    mutating func macRow() throws(DamagedRow) -> MACRow {
        let link = try link()
        let mac = try mac()
        let flags = try flags()
        let sighting = try sighting()
        var row = MACRow(link: link, mac: mac, proof: sighting.first)
        row.sentRouterAdvertisement = flags[0]
        row.isRouterFlagged = flags[1]
        row.isInsideTunnel = flags[2]
        row.isSentByCapturePoint = flags[3]
        row.isReceivedByCapturePoint = flags[4]
        row.sighting = sighting
        row.ipv4Sent = try traffic()
        row.ipv6Sent = try traffic()
        row.firstIPv6Frame = try optionalProof()
        row.unboundSources = try set { reader throws(DamagedRow) in try reader.address() }
        row.dhcpHardwareAddresses = try set { reader throws(DamagedRow) in try reader.mac() }
        row.dhcpClientIdentifiers = try set { reader throws(DamagedRow) in try reader.octets() }
        row.dhcpHostNames = try set { reader throws(DamagedRow) in try reader.string() }
        row.dhcpParameterLists = try set { reader throws(DamagedRow) in try reader.octets() }
        row.dhcpv6DUIDs = try set { reader throws(DamagedRow) in try reader.octets() }
        row.dhcpVendorClasses = try set { reader throws(DamagedRow) in try reader.string() }
        row.firstDHCPRequest = try optionalProof()
        row.requestsIPv6Only = try optionalProof()
        row.grantedIPv6Only = try optionalProof()
        row.forgetEmptyDetails()
        return row
    }

    mutating func bindingRow() throws(DamagedRow) -> BindingRow? {
        let link = try link()
        let mac = try mac()
        let address = try address()
        let evidence = try name(BindingEvidence.self)
        let withoutOverride = try flags()[0]
        let sighting = try sighting()
        return evidence.map {
            BindingRow(
                link: link, mac: mac, address: address, evidence: $0, sighting: sighting,
                withoutOverride: withoutOverride)
        }
    }

    mutating func sourceRow() throws(DamagedRow) -> SourceRow {
        let link = try link()
        let mac = try mac()
        let address = try address()
        let hopLimit = try number(UInt8.self)
        var row = SourceRow(link: link, mac: mac, address: address, sighting: try sighting())
        row.largestHopLimit = hopLimit
        row.traffic = try traffic()
        return row
    }

    mutating func traffic() throws(DamagedRow) -> TrafficCount {
        let packets = try number()
        return TrafficCount(packets: packets, bytes: try number())
    }
}
