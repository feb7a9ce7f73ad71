import NetworkTypes
import TrafficObservation

/// The machines of one or more scans, as the elements of the XML come. Elements: nmap.dtd of nmap 7.
struct NmapScan {
    fileprivate struct Port: Hashable {
        let transport: IPProtocol
        let number: UInt16
    }

    fileprivate struct Machine {
        var line: UInt32
        var isUp = false
        /// nmap was told that all machines are up (`-Pn`), so only an answer shows that there is one.
        var isUpByOrder = false
        var mac: MACAddress?
        var addresses: [(address: IPAddress, line: UInt32)] = []
        var name: String?
        var pointers: [ImportedPointer] = []
        var open: [Port: (families: Set<AddressFamily>, line: UInt32)] = [:]

        var isThere: Bool { isUp && (!isUpByOrder || !open.isEmpty || mac != nil) }
    }

    private(set) var isNmap = false
    private var start: Int64?
    private var machine: Machine?
    private var port: (port: Port, line: UInt32)?
    private var machines: [Machine] = []
    private var byMAC: [MACAddress: Int] = [:]
    private var byAddress: [IPAddress: Int] = [:]
    private var openCount = 0

    var isWithinLimits: Bool { machines.count <= ImportLimits.rows && openCount <= ImportLimits.rows }

    mutating func take(_ event: MarkupReader.Event) {
        switch event {
        case .start(let tag): begin(tag)
        case .end(let name) where name == "host": finish()
        case .end(let name) where name == "port": port = nil
        default: break
        }
    }

    private mutating func begin(_ tag: Tag) {
        if tag.name == "nmaprun" {
            isNmap = true
            start = start ?? tag["start"].flatMap { Int64($0) }
        } else if tag.name == "host" {
            machine = Machine(line: tag.line)
        } else if tag.name == "status" {
            machine?.isUp = tag["state"] == "up"
            machine?.isUpByOrder = tag["reason"] == "user-set"
        } else if tag.name == "address" {
            takeAddress(tag)
        } else if tag.name == "hostname", let name = tag["name"], !name.isEmpty {
            // The name that the user gave stands before the one that DNS gives.
            if machine?.name == nil { machine?.name = name }
            if tag["type"] == "PTR", let address = machine?.addresses.first?.address {
                machine?.pointers.append(
                    ImportedPointer(address: address, name: Self.domainName(name), line: tag.line))
            }
        } else if tag.name == "port" {
            port = tag["portid"].flatMap { UInt16($0) }.flatMap { number in
                Self.transport(tag["protocol"]).map { (Port(transport: $0, number: number), tag.line) }
            }
        } else if tag.name == "state", tag["state"] == "open", let port {
            let families = Set(machine?.addresses.map(\.address.family) ?? [])
            machine?.open[port.port] = (families, port.line)
        }
    }

    private mutating func takeAddress(_ tag: Tag) {
        guard let text = tag["addr"] else { return }
        if tag["addrtype"] == "mac" {
            machine?.mac = MACAddress(text).flatMap { $0.isUnicast ? $0 : nil }
        } else if let address = IPAddress(text), address.isHostUnicast {
            machine?.addresses.append((address, tag.line))
        }
    }

    /// At the end of its element a machine is complete; one that has been seen before gets the rest.
    private mutating func finish() {
        defer { machine = nil }
        guard let machine, machine.isThere, machine.mac != nil || !machine.addresses.isEmpty else { return }
        openCount += machine.open.count
        var place = machine.mac.flatMap { byMAC[$0] }
        for entry in machine.addresses where place == nil { place = byAddress[entry.address] }
        guard let place, machine.mac == nil || machines[place].mac == nil || machines[place].mac == machine.mac else {
            machines.append(machine)
            remember(machine, machines.count - 1)
            return
        }
        machines[place].absorb(machine)
        remember(machine, place)
    }

    private mutating func remember(_ machine: Machine, _ place: Int) {
        if let mac = machine.mac { byMAC[mac] = place }
        for entry in machine.addresses where !entry.address.isLinkLocal { byAddress[entry.address] = place }
    }

    private static func transport(_ name: String?) -> IPProtocol? {
        switch name {
        case "tcp": .tcp
        case "udp": .udp
        case "sctp": .sctp
        default: nil
        }
    }

    private static func domainName(_ name: String) -> String {
        name.hasSuffix(".") ? String(name.dropLast()).lowercased() : name.lowercased()
    }

    // MARK: - The file

    func file(from source: ImportSource) -> ImportedFile {
        var file = source.file(.nmap)
        if let start { file.made = CaptureTime(seconds: start) }
        for machine in machines {
            let addresses = machine.addresses.map { ImportedAddress($0.address, line: $0.line) }
            let interface = ImportedInterface(
                name: "", mac: machine.mac, addresses: addresses, line: machine.line,
                ipv6: .listed(addresses.map(\.address)))
            file.hosts.append(ImportedHost(name: machine.name, interfaces: [interface], line: machine.line))
            let host = machine.name ?? machine.addresses.first?.address.description
            for (port, state) in machine.open {
                file.services.append(
                    ImportedService(
                        host: host, transport: port.transport, port: port.number, families: state.families,
                        line: state.line))
            }
            file.pointers += machine.pointers
        }
        file.hosts.sort { $0.line < $1.line }
        file.services.sort { ($0.line, $0.port) < ($1.line, $1.port) }
        file.pointers.sort { $0.line < $1.line }
        return file
    }
}

extension NmapScan.Machine {
    fileprivate mutating func absorb(_ other: Self) {
        mac = mac ?? other.mac
        name = name ?? other.name
        for entry in other.addresses where !addresses.contains(where: { $0.address == entry.address }) {
            addresses.append(entry)
        }
        for pointer in other.pointers
        where !pointers.contains(where: { $0.name == pointer.name && $0.address == pointer.address }) {
            pointers.append(pointer)
        }
        for (port, state) in other.open {
            let before = open[port]
            open[port] = (state.families.union(before?.families ?? []), before?.line ?? state.line)
        }
    }
}
