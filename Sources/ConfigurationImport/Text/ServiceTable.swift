import NetworkTypes
import TrafficObservation

/// The ports that one machine's programs listen on, one row per transport and port.
struct ServiceTable {
    private struct Key: Hashable {
        let transport: IPProtocol
        let port: UInt16
    }

    private struct Entry {
        /// Families for which every address is listened on.
        var wildcards: Set<AddressFamily> = []
        var addresses: [IPAddress] = []
        let line: UInt32
    }

    private var entries: [Key: Entry] = [:]

    /// Every address of the families.
    mutating func listen(_ transport: IPProtocol, _ port: UInt16, families: Set<AddressFamily>, line: UInt32) {
        guard !families.isEmpty, port > 0 else { return }
        entries[Key(transport: transport, port: port), default: Entry(line: line)].wildcards.formUnion(families)
    }

    /// One address: 0.0.0.0 and `::` are every address of their family, a loopback address is no service.
    mutating func listen(_ transport: IPProtocol, _ port: UInt16, address: IPAddress, line: UInt32) {
        if address.isUnspecified { return listen(transport, port, families: [address.family], line: line) }
        guard address.isOfMachine, port > 0 else { return }
        let key = Key(transport: transport, port: port)
        if entries[key]?.addresses.contains(address) == true { return }
        entries[key, default: Entry(line: line)].addresses.append(address)
    }

    /// Sorted by line, then by transport and port.
    ///
    /// Addresses are named only where the port is open on nothing else.
    func services(host: String?) -> [ImportedService] {
        entries.map { key, entry in
            ImportedService(
                host: host, transport: key.transport, port: key.port,
                families: entry.wildcards.union(entry.addresses.map(\.family)),
                addresses: entry.wildcards.isEmpty ? entry.addresses.sorted() : [], line: entry.line)
        }.sorted {
            ($0.line, $0.transport.rawValue, $0.port) < ($1.line, $1.transport.rawValue, $1.port)
        }
    }
}

/// Where a program listens, as most configurations write it: `PORT`, `ADDRESS`, `ADDRESS:PORT`, `[ADDRESS]:PORT`.
struct ListenPlace {
    enum Host {
        /// `*` or nothing.
        case all
        case address(IPAddress)
        /// A name: only the resolver of that machine knows its addresses.
        case name(String)
    }

    let host: Host
    let port: UInt16?

    init?(_ text: some StringProtocol) {
        if let port = UInt16(text) {
            self.init(host: .all, port: port)
        } else if text.first == "[" {
            guard let end = text.firstIndex(of: "]"),
                let host = AddressText(text[text.index(after: text.startIndex)..<end]),
                host.prefixLength == nil
            else { return nil }
            let rest = text[text.index(after: end)...]
            let port = rest.first == ":" ? UInt16(rest.dropFirst()) : nil
            guard rest.isEmpty || port != nil else { return nil }
            self.init(host: .address(host.address), port: port)
        } else if let address = IPAddress(text) {
            self.init(host: .address(address), port: nil)
        } else {
            let sides = text.split(separator: ":", omittingEmptySubsequences: false)
            guard let name = sides.first, sides.count <= 2, !name.isEmpty else { return nil }
            let port = sides.count == 2 ? UInt16(sides[1]) : nil
            guard sides.count == 1 || port != nil else { return nil }
            if name == "*" {
                self.init(host: .all, port: port)
            } else if let address = IPAddress(name) {
                self.init(host: .address(address), port: port)
            } else {
                self.init(host: .name(String(name)), port: port)
            }
        }
    }

    private init(host: Host, port: UInt16?) {
        self.host = host
        self.port = port
    }
}
