import Messages
import NetworkTypes
public import TrafficObservation

/// Tables of MAC addresses of switches as text: at which port a machine is.
public enum MACTableImporter: ConfigurationImporter {
    public static let kind = ImportKind.macTable

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        var headings = 0
        var typical = 0
        var neighbours = 0
        var reader = MACTableReader()
        for line in lines.prefix(2000) where !line.text.isEmpty {
            let line = DeviceText.cleaned(line)
            if MACTableReader.isHeading(line) { headings += 1 }
            if NeighbourEntry(row: line.fields, pending: nil, line: line.number) != nil { neighbours += 1 }
            if reader.take(line) != nil, MACTableReader.isTypical(line) { typical += 1 }
        }
        if reader.count == 0 { return headings > 0 ? 30 : 0 }
        let certainty = headings > 0 ? 90 : typical > 0 ? 80 : 20
        return neighbours > 0 ? certainty - 40 : certainty
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try DeviceText.lines(source)
        var file = source.file(kind)
        var reader = MACTableReader()
        var hosts: [MACAddress: Int] = [:]
        var known: Set<Key> = []
        for line in lines {
            guard let row = reader.take(line) else { continue }
            // The same row of the same switch twice is one.
            let key = Key(device: row.device, mac: row.mac, vlan: row.vlan, port: row.port)
            guard known.insert(key).inserted else { continue }
            guard known.count <= ImportLimits.rows else {
                throw ImportFailure(
                    path: source.path, ImportMessage.tooManyRows(limit: ImportLimits.rows), line: line.number)
            }
            file.switchPorts.append(row)
            let interface = ImportedInterface(name: row.port, mac: row.mac, line: row.line)
            if let host = hosts[row.mac] {
                if file.hosts[host].interfaces.count < Self.portLimit { file.hosts[host].interfaces.append(interface) }
            } else {
                hosts[row.mac] = file.hosts.count
                file.hosts.append(ImportedHost(name: nil, interfaces: [interface], line: row.line))
            }
        }
        guard reader.count > 0 || lines.contains(where: MACTableReader.isHeading) else {
            throw ImportFailure(path: source.path, DeviceConfigurationMessage.noSwitchPorts)
        }
        return file
    }

    private struct Key: Hashable {
        var device: String?
        var mac: MACAddress
        var vlan: UInt16?
        var port: String
    }

    /// Ports that one machine is kept with.
    private static let portLimit = 256
}
