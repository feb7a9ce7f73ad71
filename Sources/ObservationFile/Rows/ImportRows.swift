import NetworkTypes
import TrafficObservation

extension RowWriter {
    mutating func write(_ file: ImportedFile) {
        string(file.path)
        string(file.digest)
        string(file.kind.rawValue)
        optional(file.made) { $0.time($1) }
        list(file.hosts) { $0.write($1) }
        list(file.services) { $0.write($1) }
        list(file.leases) { $0.write($1) }
        list(file.names) { $0.write($1) }
        list(file.pointers) {
            $0.address($1.address)
            $0.string($1.name)
            $0.number($1.line)
        }
        list(file.switchPorts) { $0.write($1) }
    }

    private mutating func write(_ host: ImportedHost) {
        optional(host.name) { $0.string($1) }
        number(host.line)
        list(host.interfaces) { $0.write($1) }
    }

    private mutating func write(_ interface: ImportedInterface) {
        string(interface.name)
        optional(interface.mac) { $0.mac($1) }
        number(interface.line)
        optional(interface.isShutDown) { $0.flags($1) }
        string(interface.ipv6.rawValue)
        string(interface.routerAdvertisements.rawValue)
        list(interface.addresses) {
            $0.address($1.address)
            $0.optional($1.prefixLength) { $0.number($1) }
            $0.string($1.origin.rawValue)
            $0.number($1.line)
        }
    }

    private mutating func write(_ service: ImportedService) {
        optional(service.host) { $0.string($1) }
        number(service.transport.rawValue)
        number(service.port)
        flags(service.families.contains(.ipv4), service.families.contains(.ipv6))
        list(service.addresses) { $0.address($1) }
        number(service.line)
    }

    private mutating func write(_ lease: ImportedLease) {
        optional(lease.address) { $0.address($1) }
        optional(lease.mac) { $0.mac($1) }
        optional(lease.uniqueIdentifier) { $0.string($1) }
        optional(lease.name) { $0.string($1) }
        optional(lease.prefix) { $0.prefix($1) }
        number(lease.line)
    }

    private mutating func write(_ name: ImportedName) {
        string(name.name)
        list(name.a) { $0.number($1.value) }
        list(name.aaaa) { $0.ipv6($1.high, $1.low) }
        number(name.line)
    }

    private mutating func write(_ port: ImportedSwitchPort) {
        optional(port.device) { $0.string($1) }
        mac(port.mac)
        optional(port.vlan) { $0.number($1) }
        string(port.port)
        number(port.line)
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout RowWriter, Value) -> Void) {
        flags(value != nil)
        if let value { write(&self, value) }
    }
}

extension RowReader {
    /// Nil for a kind that only a newer version knows.
    mutating func importedFile() throws(DamagedRow) -> ImportedFile? {
        let path = try string()
        let digest = try string()
        guard let kind = try name(ImportKind.self) else { return nil }
        let made = try optional { reader throws(DamagedRow) in try reader.time() }
        var file = ImportedFile(path: path, digest: digest, kind: kind, made: made)
        file.hosts = try boundedList { reader throws(DamagedRow) in try reader.importedHost() }
        file.services = try boundedList { reader throws(DamagedRow) in try reader.importedService() }
        file.leases = try boundedList { reader throws(DamagedRow) in try reader.importedLease() }
        file.names = try boundedList { reader throws(DamagedRow) in try reader.importedName() }
        file.pointers = try boundedList { reader throws(DamagedRow) in
            ImportedPointer(
                address: try reader.address(), name: try reader.string(), line: try reader.number(UInt32.self))
        }
        file.switchPorts = try boundedList { reader throws(DamagedRow) in try reader.importedSwitchPort() }
        return file
    }

    private mutating func importedHost() throws(DamagedRow) -> ImportedHost {
        let name = try optionalString()
        let line = try number(UInt32.self)
        let interfaces = try boundedList { reader throws(DamagedRow) in try reader.importedInterface() }
        return ImportedHost(name: name, interfaces: interfaces, line: line)
    }

    private mutating func importedInterface() throws(DamagedRow) -> ImportedInterface {
        var row = ImportedInterface(name: try string(), line: 0)
        row.mac = try optional { reader throws(DamagedRow) in try reader.mac() }
        row.line = try number(UInt32.self)
        row.isShutDown = try optional { reader throws(DamagedRow) in try reader.flags()[0] }
        row.ipv6 = try name(ImportedInterface.IPv6Setting.self) ?? .unknown
        row.routerAdvertisements = try name(ImportedInterface.RouterAdvertisementSetting.self) ?? .unknown
        row.addresses = try boundedList { reader throws(DamagedRow) in
            let address = try reader.address()
            let length = try reader.optional { reader throws(DamagedRow) in try reader.number(UInt8.self) }
            let origin = try reader.name(ImportedAddress.Origin.self) ?? .unknown
            return ImportedAddress(
                address, prefixLength: length, origin: origin, line: try reader.number(UInt32.self))
        }
        return row
    }

    private mutating func importedService() throws(DamagedRow) -> ImportedService {
        let host = try optionalString()
        let transport = IPProtocol(rawValue: try number(UInt8.self))
        let port = try number(UInt16.self)
        let families = try flags()
        let addresses = try boundedList { reader throws(DamagedRow) in try reader.address() }
        return ImportedService(
            host: host, transport: transport, port: port,
            families: Set((families[0] ? [.ipv4] : []) + (families[1] ? [.ipv6] : [])), addresses: addresses,
            line: try number(UInt32.self))
    }

    private mutating func importedLease() throws(DamagedRow) -> ImportedLease {
        let address = try optional { reader throws(DamagedRow) in try reader.address() }
        let mac = try optional { reader throws(DamagedRow) in try reader.mac() }
        let identifier = try optionalString()
        let name = try optionalString()
        let prefix = try optional { reader throws(DamagedRow) in try reader.prefix() }
        return ImportedLease(
            address: address, mac: mac, uniqueIdentifier: identifier, name: name, prefix: prefix,
            line: try number(UInt32.self))
    }

    private mutating func importedName() throws(DamagedRow) -> ImportedName {
        let name = try string()
        let a = try boundedList { reader throws(DamagedRow) in IPv4Address(value: try reader.number(UInt32.self)) }
        let aaaa = try boundedList { reader throws(DamagedRow) in try reader.ipv6() }
        return ImportedName(name: name, a: a, aaaa: aaaa, line: try number(UInt32.self))
    }

    private mutating func importedSwitchPort() throws(DamagedRow) -> ImportedSwitchPort {
        let device = try optionalString()
        let mac = try mac()
        let vlan = try optional { reader throws(DamagedRow) in try reader.number(UInt16.self) }
        let port = try string()
        return ImportedSwitchPort(device: device, mac: mac, vlan: vlan, port: port, line: try number(UInt32.self))
    }

    mutating func optional<Value>(
        _ read: (inout RowReader) throws(DamagedRow) -> Value
    ) throws(DamagedRow) -> Value? {
        try flags()[0] ? try read(&self) : nil
    }

    mutating func optionalString() throws(DamagedRow) -> String? {
        try optional { reader throws(DamagedRow) in try reader.string() }
    }
}
