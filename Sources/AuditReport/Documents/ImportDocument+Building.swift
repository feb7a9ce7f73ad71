import NetworkTypes
public import TrafficObservation

extension ImportDocument {
    public init(_ files: [ImportedFile], change: ImportChange, dryRun: Bool, errors: [Problem]) {
        let kinds = Set(files.map(\.kind.rawValue))
        self.init(
            kind: kinds.count == 1 ? kinds.first : nil, dryRun: dryRun, added: change.added, changed: change.changed,
            unchanged: change.unchanged, errors: errors)
        for file in files { add(file) }
    }

    /// Where nothing was read.
    public init(kind: String?, dryRun: Bool, errors: [Problem]) {
        self.init(kind: kind, dryRun: dryRun, added: 0, changed: 0, unchanged: 0, errors: errors)
    }

    private mutating func add(_ file: ImportedFile) {
        let path = file.path
        hosts += file.hosts.map { host in
            Host(name: host.name, file: path, interfaces: host.interfaces.map(Interface.init))
        }
        services += file.services.map { service in
            Service(
                host: service.host, transport: service.transport.name, port: service.port,
                families: service.families.sorted().map(\.name), file: path, line: service.line)
        }
        leases += file.leases.map { lease in
            Lease(
                address: lease.address.map { "\($0)" }, mac: lease.mac.map { "\($0)" }, duid: lease.uniqueIdentifier,
                name: lease.name, prefix: lease.prefix.map { "\($0)" }, file: path, line: lease.line)
        }
        names += file.names.map { name in
            Name(
                name: name.name, a: name.a.sorted().map { "\($0)" }, aaaa: name.aaaa.sorted().map { "\($0)" },
                file: path, line: name.line)
        }
        pointers += file.pointers.map { pointer in
            Pointer(address: "\(pointer.address)", name: pointer.name, file: path, line: pointer.line)
        }
        switchPorts += file.switchPorts.map { port in
            SwitchPort(
                device: port.device, mac: "\(port.mac)", vlan: port.vlan, port: port.port, file: path, line: port.line)
        }
    }
}

extension ImportDocument.Interface {
    init(_ interface: ImportedInterface) {
        self.init(
            name: interface.name, mac: interface.mac.map { "\($0)" },
            addresses: interface.addresses.map { address in
                "\(address.address)" + (address.prefixLength.map { "/\($0)" } ?? "")
            }, line: interface.line, shutdown: interface.isShutDown ?? false, ipv6: interface.ipv6.rawValue,
            routerAdvertisements: interface.routerAdvertisements.rawValue)
    }
}
