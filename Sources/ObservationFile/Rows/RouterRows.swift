import NetworkTypes
import PacketDecode
import TrafficObservation

extension RowWriter {
    mutating func write(_ row: RouterRow) {
        number(row.link)
        mac(row.mac)
        ipv6(row.source.high, row.source.low)
        sighting(row.sighting)
        write(row.latest)
        time(row.latestTime)
        flags(row.hasPositiveLifetime, row.wasIncomplete)
        proof(row.firstPositiveLifetime)
        list(row.prefixes.values.sorted { $0.prefix < $1.prefix }) { $0.write($1) }
        set(row.resolvers) { $0.ipv6($1.high, $1.low) }
        set(row.nat64Prefixes) { $0.prefix($1) }
        number(row.largestLifetimeSeconds)
        list(row.deprecatedPrefixes.sorted { $0.key < $1.key }) {
            $0.prefix($1.key)
            $0.sighting($1.value)
        }
    }

    mutating func write(_ row: RoutingRow) {
        number(row.link)
        mac(row.mac)
        string(row.protocol.rawValue)
        number(row.family.rawValue)
        flags(row.source != nil)
        if let source = row.source { address(source) }
        number(row.group)
        sighting(row.sighting)
        set(row.addresses) { $0.address($1) }
    }

    mutating func write(_ row: AddressConflictRow) {
        number(row.link)
        ipv6(row.address.high, row.address.low)
        mac(row.first)
        mac(row.second)
        sighting(row.sighting)
    }

    mutating func write(_ row: RoleHintRow) {
        number(row.link)
        mac(row.mac)
        string(row.role.rawValue)
        sighting(row.sighting)
    }
}

extension RowReader {
    mutating func routerRow() throws(DamagedRow) -> RouterRow {
        let link = try link()
        let mac = try mac()
        let source = try ipv6()
        let sighting = try sighting()
        let latest = try advertisement()
        var row = RouterRow(
            storedOn: link, mac: mac, source: source, sighting: sighting, latest: latest, latestTime: try time())
        let flags = try flags()
        row.hasPositiveLifetime = flags[0]
        row.wasIncomplete = flags[1]
        row.firstPositiveLifetime = try optionalProof()
        for prefix in try list({ reader throws(DamagedRow) in try reader.advertisedPrefix() }) {
            row.prefixes[prefix.prefix] = prefix
        }
        row.resolvers = try set { reader throws(DamagedRow) in try reader.ipv6() }
        row.nat64Prefixes = try set { reader throws(DamagedRow) in try reader.prefix() }
        row.largestLifetimeSeconds = try number(UInt16.self)
        for _ in 0..<(try count()) { row.deprecatedPrefixes[try prefix()] = try self.sighting() }
        return row
    }

    mutating func routingRow() throws(DamagedRow) -> RoutingRow? {
        let link = try link()
        let mac = try mac()
        let name = try name(RoutingProtocol.self)
        guard let family = AddressFamily(rawValue: try number(UInt8.self)) else { throw DamagedRow() }
        let source = try flags()[0] ? try address() : nil
        let group = try number(UInt32.self)
        let sighting = try sighting()
        let addresses = try set { reader throws(DamagedRow) in try reader.address() }
        guard let name else { return nil }
        var row = RoutingRow(
            storedOn: link, mac: mac, protocol: name, family: family, source: source, group: group, sighting: sighting)
        row.addresses = addresses
        return row
    }

    mutating func conflictRow() throws(DamagedRow) -> AddressConflictRow {
        let link = try link()
        let address = try ipv6()
        let first = try mac()
        let second = try mac()
        return AddressConflictRow(
            storedOn: link, address: address, first: first, second: second, sighting: try sighting())
    }

    mutating func roleRow() throws(DamagedRow) -> RoleHintRow? {
        let link = try link()
        let mac = try mac()
        let role = try name(RoleHint.self)
        let sighting = try sighting()
        return role.map { RoleHintRow(storedOn: link, mac: mac, role: $0, sighting: sighting) }
    }
}
