import NetworkTypes
import TrafficObservation

extension RowWriter {
    mutating func write(_ row: DHCPServerRow) {
        number(row.link)
        mac(row.mac)
        address(row.address)
        sighting(row.sighting)
        flags(row.duid != nil, row.grantsIPv6Only)
        if let duid = row.duid { octets(duid) }
        proof(row.assignsAddresses)
        set(row.resolvers) { $0.address($1) }
        set(row.gateways) { $0.number($1.value) }
        set(row.ntpServers) { $0.number($1.value) }
        set(row.addressesAssigned) { $0.address($1) }
    }

    mutating func write(_ row: ServerNameRow) {
        number(row.link)
        string(row.name)
        address(row.server)
        number(row.port)
        number(row.transport.rawValue)
        string(row.source.rawValue)
        sighting(row.sighting)
    }

    mutating func write(_ row: IdentityRow) {
        number(row.link)
        mac(row.mac)
        address(row.address)
        string(row.kind.rawValue)
        string(row.value)
        sighting(row.sighting)
    }

    mutating func write(_ row: DeviceRow) {
        number(row.link)
        mac(row.mac)
        string(row.source.rawValue)
        flags(row.name != nil, row.isRouter, row.isBridge, row.isAccessPoint, row.isTelephone)
        if let name = row.name { string(name) }
        set(row.managementAddresses) { $0.address($1) }
        sighting(row.sighting)
    }
}

extension RowReader {
    mutating func dhcpServerRow() throws(DamagedRow) -> DHCPServerRow {
        let link = try link()
        let mac = try mac()
        let address = try address()
        var row = DHCPServerRow(storedOn: link, mac: mac, address: address, sighting: try sighting())
        let flags = try flags()
        row.duid = flags[0] ? try octets() : nil
        row.grantsIPv6Only = flags[1]
        row.assignsAddresses = try optionalProof()
        row.resolvers = try set { reader throws(DamagedRow) in try reader.address() }
        row.gateways = try set { reader throws(DamagedRow) in try reader.ipv4() }
        row.ntpServers = try set { reader throws(DamagedRow) in try reader.ipv4() }
        row.addressesAssigned = try set { reader throws(DamagedRow) in try reader.address() }
        return row
    }

    mutating func serverNameRow() throws(DamagedRow) -> ServerNameRow? {
        let link = try link()
        let name = try string()
        let server = try address()
        let port = try number(UInt16.self)
        let transport = IPProtocol(rawValue: try number(UInt8.self))
        let source = try self.name(ServerNameSource.self)
        let sighting = try sighting()
        return source.map {
            ServerNameRow(
                storedOn: link, name: name, server: server, port: port, transport: transport, source: $0,
                sighting: sighting)
        }
    }

    mutating func identityRow() throws(DamagedRow) -> IdentityRow? {
        let link = try link()
        let mac = try mac()
        let address = try address()
        let kind = try name(IdentityKind.self)
        let value = try string()
        let sighting = try sighting()
        return kind.map {
            IdentityRow(storedOn: link, mac: mac, address: address, kind: $0, value: value, sighting: sighting)
        }
    }

    mutating func deviceRow() throws(DamagedRow) -> DeviceRow? {
        let link = try link()
        let mac = try mac()
        let source = try name(NameSource.self)
        let flags = try flags()
        let name = flags[0] ? try string() : nil
        let addresses = try set { reader throws(DamagedRow) in try reader.address() }
        let sighting = try sighting()
        guard let source else { return nil }
        var row = DeviceRow(storedOn: link, mac: mac, source: source, sighting: sighting)
        row.name = name
        row.managementAddresses = addresses
        row.isRouter = flags[1]
        row.isBridge = flags[2]
        row.isAccessPoint = flags[3]
        row.isTelephone = flags[4]
        return row
    }

    private mutating func ipv4() throws(DamagedRow) -> IPv4Address { IPv4Address(value: try number(UInt32.self)) }
}
