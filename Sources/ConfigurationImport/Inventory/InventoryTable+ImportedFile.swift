import NetworkTypes
import SiteModel
public import TrafficObservation

extension InventoryTable {
    /// The devices as hosts, with the facts that every import gives.
    public func imported(from source: ImportSource, as kind: ImportKind) -> ImportedFile {
        var file = source.file(kind)
        for row in rows where !row.isSystemOnly {
            let line = UInt32(clamping: row.host.line)
            file.hosts.append(
                ImportedHost(name: row.isNamed ? row.host.name : nil, interfaces: row.interfaces, line: line))
            let families = Set(row.host.addresses.map(\.family))
            for port in row.host.ports {
                file.services.append(
                    ImportedService(
                        host: row.isNamed ? row.host.name : row.host.addresses.first?.description,
                        transport: port.transport.number, port: port.number, families: families, line: line))
            }
        }
        return file
    }
}

extension InventoryRow {
    /// One interface for each card; a list does not say which card has which address, so the first has them all.
    fileprivate var interfaces: [ImportedInterface] {
        guard !host.macs.isEmpty || !host.addresses.isEmpty else { return [] }
        let line = UInt32(clamping: host.line)
        let addresses = host.addresses.map { ImportedAddress($0, prefixLength: prefixLengths[$0], line: line) }
        let first = ImportedInterface(
            name: "", mac: host.macs.first, addresses: addresses, line: line, ipv6: .listed(host.addresses))
        return [first] + host.macs.dropFirst().map { ImportedInterface(name: "", mac: $0, line: line) }
    }
}

extension ImportedInterface.IPv6Setting {
    /// What addresses that somebody listed prove; no IPv6 address proves nothing.
    static func listed(_ addresses: [IPAddress]) -> Self {
        let ipv6 = addresses.filter { $0.family == .ipv6 }
        if ipv6.isEmpty { return .unknown }
        return ipv6.allSatisfy(\.isLinkLocal) ? .enabled : .configured
    }
}

extension ConfiguredHost.Port.Transport {
    fileprivate var number: IPProtocol {
        switch self {
        case .tcp: .tcp
        case .udp: .udp
        case .sctp: .sctp
        }
    }
}
