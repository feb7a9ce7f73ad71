import Messages
import NetworkTypes
public import TrafficObservation

/// ARP and neighbour tables of routers and switches as text, of several vendors, also several in one file.
public enum NeighboursImporter: ConfigurationImporter {
    public static let kind = ImportKind.neighbours

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        NeighbourLikeness(lines).value
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        var reader = NeighbourReader()
        var hosts = NeighbourHosts()
        let lines = try DeviceText.lines(source)
        for line in lines {
            for entry in reader.take(line) { hosts.add(entry, device: reader.device) }
            guard hosts.addressCount <= ImportLimits.rows else {
                throw ImportFailure(
                    path: source.path, ImportMessage.tooManyRows(limit: ImportLimits.rows), line: line.number)
            }
        }
        for entry in reader.finish() { hosts.add(entry, device: nil) }
        // A table whose entries are all the router's own is one; a text without any entry is none.
        guard reader.count > 0 || NeighbourLikeness(lines[...]).value >= 50 else {
            throw ImportFailure(path: source.path, DeviceConfigurationMessage.noNeighbours)
        }
        var file = source.file(kind)
        file.hosts = hosts.finish()
        return file
    }
}

/// Reads tables line by line, whichever of them a line is of.
struct NeighbourReader {
    /// As the last prompt named it.
    private(set) var device: String?
    /// Entries, also of those that are no machines.
    private(set) var count = 0
    private var blocks = NeighbourBlocks()
    private var snmp = SNMPNeighbours()
    /// An address that stood alone on the line before.
    private var pending: (address: IPAddress, line: UInt32)?
    /// Windows writes the interface above its entries.
    private var heading = ""

    /// The entries that are complete with this line.
    mutating func take(_ line: ImportLine) -> [NeighbourEntry] {
        let entries = read(line)
        count += entries.count
        return entries
    }

    /// The entries that only the end of the file completes.
    mutating func finish() -> [NeighbourEntry] {
        let entries = (blocks.finish().map { [$0] } ?? []) + snmp.finish()
        count += entries.count
        return entries
    }

    private mutating func read(_ line: ImportLine) -> [NeighbourEntry] {
        if let prompt = DevicePrompt(line) {
            let ended = blocks.finish()
            device = prompt.device
            pending = nil
            heading = ""
            return ended.map { [$0] } ?? []
        }
        if snmp.take(line) { return [] }
        var line = line
        // A comment of RouterOS may hold anything.
        if let comment = line.text.firstRange(of: ";;;") {
            line = ImportLine(number: line.number, text: String(line.text[..<comment.lowerBound]))
        }
        let words = line.fields
        guard let first = words.first else { return [] }
        if let entries = blocks.take(line, words: words) { return entries }
        if first == "Interface:", words.count > 1 { heading = String(words[1]) }
        let before = pending.flatMap { line.number == $0.line &+ 1 ? $0.address : nil }
        pending = nil
        guard var entry = NeighbourEntry(row: words, pending: before, line: line.number) else {
            if words.count <= 2, let address = words.last.flatMap({ NeighbourEntry.address($0) })?.address {
                pending = (address, line.number)
            }
            return []
        }
        if entry.interface.isEmpty { entry.interface = heading }
        return [entry]
    }
}

/// Machines by MAC address, with the interfaces behind which they were seen.
struct NeighbourHosts {
    private struct Place: Hashable {
        var host: Int
        var interface: String
        var vlan: UInt16?
    }
    private struct Known: Hashable {
        var place: Place
        var address: IPAddress
    }

    private var hosts: [ImportedHost] = []
    private var machines: [MACAddress: Int] = [:]
    private var devices: [String: Int] = [:]
    private var interfaces: [Place: Int] = [:]
    private var known: Set<Known> = []

    var addressCount: Int { known.count }

    /// - Parameter device: whose table it is; the device's own entries are a host only where it is known.
    mutating func add(_ entry: NeighbourEntry, device: String?) {
        guard entry.isMachine, let mac = entry.mac else { return }
        let host: Int
        if entry.isOwn {
            guard let device else { return }
            host = devices[device] ?? hosts.count
            devices[device] = host
        } else {
            host = machines[mac] ?? hosts.count
            machines[mac] = host
        }
        if host == hosts.count { hosts.append(ImportedHost(name: entry.isOwn ? device : nil, line: entry.line)) }
        let place = Place(host: host, interface: entry.interface, vlan: entry.vlan)
        guard known.insert(Known(place: place, address: entry.address)).inserted else { return }
        let interface = interfaces[place] ?? hosts[host].interfaces.count
        if interface == hosts[host].interfaces.count {
            interfaces[place] = interface
            hosts[host].interfaces.append(ImportedInterface(name: entry.interface, mac: mac, line: entry.line))
        }
        let origin: ImportedAddress.Origin =
            entry.address.family == .ipv6 && entry.address.isLinkLocal ? .linkLocal : .unknown
        hosts[host].interfaces[interface].addresses.append(
            ImportedAddress(entry.address, origin: origin, line: entry.line))
    }

    func finish() -> [ImportedHost] { hosts.sorted { $0.line < $1.line } }
}
