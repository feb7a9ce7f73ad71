import Messages
import NetworkTypes
import SiteModel
import TrafficObservation

/// The machines that objects of NetBox describe: one for each device, else one for each address.
struct NetBoxMachines {
    fileprivate struct Machine {
        var name: String?
        var interfaces: [ImportedInterface] = []
        var names: [String] = []
        var values: [NetBoxRecord.Field: String] = [:]
        let line: UInt32
    }

    private var machines: [Machine] = []
    private var places: [String: Int] = [:]
    private(set) var problems = ProblemList()

    mutating func take(_ record: NetBoxRecord) {
        switch record.kind {
        case .address: takeAddress(record)
        case .interface: takeInterface(record)
        case .machine: takeMachine(record)
        case nil: break
        }
    }

    private mutating func place(of key: String, name: String?, line: UInt32) -> Int {
        if let place = places[key] { return place }
        machines.append(Machine(name: name, line: line))
        places[key] = machines.count - 1
        return machines.count - 1
    }

    private mutating func takeAddress(_ record: NetBoxRecord) {
        guard let text = record[.address], let entry = entry(text, record), entry.address.isHostUnicast else { return }
        // Addresses that several machines share or that nobody has.
        switch record[.role]?.lowercased() {
        case "vip", "vrrp", "hsrp", "glbp", "carp", "anycast": return
        default: break
        }
        let status = record[.status]?.lowercased() ?? "active"
        if status == "deprecated" || (status == "reserved" && record[.device] == nil) { return }
        let origin: ImportedAddress.Origin = status == "dhcp" ? .dhcp : status == "slaac" ? .slaac : .unknown
        let key = record[.device].map { "device \($0)" } ?? "address \(record[.vrf] ?? "") \(entry.address)"
        let place = place(of: key, name: record[.device] ?? record[.dnsName], line: record.line)
        let address = ImportedAddress(
            entry.address, prefixLength: entry.prefixLength, origin: origin, line: record.line)
        machines[place].add(address, to: record[.interface] ?? "", line: record.line)
        if let name = record[.dnsName].flatMap({ InventoryRowReader.domainName($0) }),
            !machines[place].names.contains(name)
        {
            machines[place].names.append(name)
        }
        for field in [NetBoxRecord.Field.tenant, .note] where machines[place].values[field] == nil {
            machines[place].values[field] = record[field]
        }
    }

    private mutating func takeInterface(_ record: NetBoxRecord) {
        guard let device = record[.device], let text = record[.mac] else { return }
        guard let mac = MACCell.mac(text[...]), mac.isUnicast else {
            report(.wrongForm(text, .mac, suggestion: nil), record)
            return
        }
        let place = place(of: "device \(device)", name: device, line: record.line)
        machines[place].set(mac, of: record[.interface] ?? "", line: record.line)
    }

    private mutating func takeMachine(_ record: NetBoxRecord) {
        guard let name = record[.name] else { return }
        let place = place(of: "device \(name)", name: name, line: record.line)
        machines[place].values.merge(record.values) { first, _ in first }
        for text in [record[.primary4], record[.primary6], record[.address]].compactMap({ $0 }) {
            guard let entry = entry(text, record), entry.address.isHostUnicast else { continue }
            let address = ImportedAddress(entry.address, prefixLength: entry.prefixLength, line: record.line)
            machines[place].add(address, to: "", line: record.line)
        }
    }

    /// `10.0.0.1/24`; what is no address is a problem.
    private mutating func entry(_ text: String, _ record: NetBoxRecord) -> AddressCell.Entry? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0]), parts.count == 1 || IPPrefix(text) != nil else {
            report(.wrongForm(text, .address, suggestion: nil), record)
            return nil
        }
        return AddressCell.Entry(address: address, prefixLength: parts.count == 2 ? UInt8(parts[1]) : nil)
    }

    private mutating func report(_ message: InventoryMessage, _ record: NetBoxRecord) {
        problems.add(ImportProblem(line: record.line, column: record.column, message: message))
    }

    // MARK: - Results

    func imported(from source: ImportSource) -> ImportedFile {
        var file = source.file(.netbox)
        file.hosts = machines.map { ImportedHost(name: $0.name, interfaces: $0.interfaces, line: $0.line) }
        file.hosts.sort { $0.line < $1.line }
        return file
    }

    func rows(_ agencies: ReferenceIndex) -> [InventoryRow] {
        machines.map { machine in
            let addresses = machine.interfaces.flatMap(\.addresses)
            let name = machine.name ?? machine.names.first ?? addresses.first?.address.description ?? ""
            var host = ConfiguredHost(name: InventoryRowReader.component(name), line: Int(machine.line))
            for entry in addresses where !host.addresses.contains(entry.address) {
                host.addresses.append(entry.address)
            }
            host.macs = machine.interfaces.compactMap(\.mac)
            host.names = machine.names
            let (maker, type) = (machine.values[.maker], machine.values[.deviceType])
            host.model = [maker, type].compactMap { $0 }.joined(separator: " ")
            if host.model?.isEmpty == true { host.model = nil }
            host.kind =
                [machine.values[.role], type].compactMap { $0 }.lazy.compactMap { KindWords.kind(in: $0) }.first
                ?? .other
            (host.os, host.serial) = (machine.values[.platform], machine.values[.serial])
            host.location = machine.values[.location] ?? machine.values[.site]
            host.note = machine.values[.note]
            host.owner = machine.values[.tenant].flatMap { agencies.id(of: $0) }
            host.source = "NetBox"
            var row = InventoryRow(host: host, isNamed: machine.name != nil)
            row.unit = machine.values[.tenant]
            for entry in addresses { row.prefixLengths[entry.address] = entry.prefixLength }
            return row
        }
    }
}

extension NetBoxMachines.Machine {
    private mutating func interface(_ name: String, line: UInt32) -> Int {
        if let place = interfaces.firstIndex(where: { $0.name == name }) { return place }
        interfaces.append(ImportedInterface(name: name, line: line))
        return interfaces.count - 1
    }

    fileprivate mutating func add(_ address: ImportedAddress, to name: String, line: UInt32) {
        guard !interfaces.contains(where: { $0.addresses.contains { $0.address == address.address } }) else { return }
        let place = interface(name, line: line)
        interfaces[place].addresses.append(address)
        interfaces[place].ipv6 = .listed(interfaces[place].addresses.map(\.address))
    }

    fileprivate mutating func set(_ mac: MACAddress, of name: String, line: UInt32) {
        let place = interface(name, line: line)
        interfaces[place].mac = interfaces[place].mac ?? mac
    }
}
