public import NetworkTypes

/// At which ports of switches a MAC was seen, by the MAC tables that were imported.
public struct SwitchPorts: Sendable {
    /// A port with its file and line.
    public struct Place: Hashable, Sendable {
        public let device: String?
        public let port: String
        public let vlan: UInt16?
        public let file: String
        public let line: UInt32
    }

    private struct Port: Hashable {
        let file: Int
        let device: String?
        let port: String
    }

    private var places: [MACAddress: [(place: Place, port: Port)]] = [:]
    /// MACs behind each port: an uplink has many, the port of a machine one or few.
    private var counts: [Port: Int] = [:]

    public init(_ set: ObservationSet) {
        for (number, file) in set.imports.enumerated() {
            for row in file.switchPorts {
                let port = Port(file: number, device: row.device, port: row.port)
                counts[port, default: 0] += 1
                let place = Place(
                    device: row.device, port: row.port, vlan: row.vlan, file: file.path, line: row.line)
                places[row.mac, default: []].append((place, port))
            }
        }
    }

    /// The ports of a machine, the nearest to it first; those through which other switches are reached come last.
    public func places(of macs: [MACAddress]) -> [Place] {
        guard !places.isEmpty else { return [] }
        let found = macs.flatMap { places[$0] ?? [] }.map { (place: $0.place, count: counts[$0.port] ?? 0) }
        return found.sorted { a, b in
            a.count != b.count ? a.count < b.count : (a.place.file, a.place.line) < (b.place.file, b.place.line)
        }.map(\.place)
    }
}
