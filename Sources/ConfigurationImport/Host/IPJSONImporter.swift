import Messages
import NetworkTypes
public import TrafficObservation

/// What `ip -j addr`, `ip -j link` and `ip -j neigh` print. ip-address(8), ip-neighbour(8).
public enum IPJSONImporter: ConfigurationImporter {
    public static var kind: ImportKind { .ipJSON }

    /// 2^32 − 1 seconds: the address does not expire.
    private static let forever = 4_294_967_295

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        guard Likeness.firstCharacter(lines) == "[" else { return 0 }
        let interfaces = Likeness.count(["\"ifindex\"", "\"ifname\"", "\"addr_info\"", "\"link_type\""], in: lines)
        if interfaces >= 2 { return 95 }
        let routes = Likeness.count(["\"dst\"", "\"dev\"", "\"lladdr\"", "\"state\"", "\"protocol\""], in: lines)
        return routes >= 3 ? 85 : routes == 2 ? 55 : 0
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let document = try PositionedJSON.read(source)
        guard let entries = document.array else { throw notOfKind(source) }
        guard entries.count <= ImportLimits.rows else { throw tooManyRows(source, line: document.line) }
        let isNeighbours = entries.contains { $0["dst"] != nil && ($0["lladdr"] != nil || $0["state"] != nil) }
        if isNeighbours { return neighbours(entries, source) }
        guard entries.contains(where: { $0["ifname"] != nil || $0["dst"] != nil }) else {
            if entries.isEmpty { return source.file(kind) }
            throw notOfKind(source)
        }
        var file = source.file(kind)
        let interfaces = entries.compactMap(interface)
        // Routes say nothing of addresses.
        if !interfaces.isEmpty {
            file.hosts = [ImportedHost(name: nil, interfaces: interfaces, line: document.line)]
        }
        return file
    }

    // MARK: Addresses

    private static func interface(_ node: JSONNode) -> ImportedInterface? {
        guard let name = node["ifname"]?.string else { return nil }
        let flags = (node["flags"]?.array ?? []).compactMap(\.string)
        guard node["link_type"]?.string != "loopback", !flags.contains("LOOPBACK") else { return nil }
        var result = ImportedInterface(name: name, line: node.line)
        if node["link_type"]?.string == "ether" || node["link_type"] == nil {
            result.mac = node["address"]?.string.flatMap { MACAddress($0) }
        }
        if node["flags"] != nil { result.isShutDown = !flags.contains("UP") }
        result.addresses = (node["addr_info"]?.array ?? []).compactMap(address)
        let ipv6 = result.addresses.filter { $0.address.family == .ipv6 }
        if ipv6.contains(where: { !$0.address.isLinkLocal }) {
            result.ipv6 = .configured
        } else {
            result.ipv6 = ipv6.isEmpty ? .unknown : .enabled
        }
        return result
    }

    private static func address(_ node: JSONNode) -> ImportedAddress? {
        guard let text = node["local"]?.string, let address = IPAddress(text), address.isHostUnicast,
            // Another machine answered the probe for it. RFC 4862 §5.4.
            node["dadfailed"]?.bool != true
        else { return nil }
        let length = node["prefixlen"]?.int.flatMap { UInt8(exactly: $0) }
        let isAllowed = length.map { $0 <= (address.family == .ipv4 ? 32 : 128) } ?? false
        return ImportedAddress(
            address, prefixLength: isAllowed ? length : nil, origin: origin(node, address, length), line: node.line)
    }

    private static func origin(_ node: JSONNode, _ address: IPAddress, _ length: UInt8?) -> ImportedAddress.Origin {
        if address.isLinkLocal { return .linkLocal }
        if node["temporary"]?.bool == true { return .temporary }
        let isLimited = node["valid_life_time"]?.int.map { $0 < forever } ?? false
        guard node["dynamic"]?.bool == true || isLimited else { return .manual }
        if address.family == .ipv4 { return .dhcp }
        // An address of DHCPv6 stands for itself; one of SLAAC has the prefix of the link. RFC 9915 §18.2.10.1.
        return length == 128 && node["mngtmpaddr"]?.bool != true ? .dhcp : .slaac
    }

    // MARK: Neighbours

    /// One host for each MAC, else for each address, as a router's table has them.
    private static func neighbours(_ entries: [JSONNode], _ source: ImportSource) -> ImportedFile {
        var file = source.file(.neighbours)
        var places: [MACAddress: Int] = [:]
        for entry in entries {
            let states = (entry["state"]?.elements ?? []).compactMap(\.string)
            guard let address = entry["dst"]?.string.flatMap({ IPAddress($0) }), address.isHostUnicast,
                !states.contains("FAILED"), !states.contains("INCOMPLETE"), !states.contains("NOARP")
            else { continue }
            let mac = entry["lladdr"]?.string.flatMap { MACAddress($0) }
            guard let mac, mac.isUnicast else { continue }
            let device = entry["dev"]?.string ?? ""
            let found = ImportedAddress(address, line: entry.line)
            guard let place = places[mac] else {
                places[mac] = file.hosts.count
                let interface = ImportedInterface(name: device, mac: mac, addresses: [found], line: entry.line)
                file.hosts.append(ImportedHost(name: nil, interfaces: [interface], line: entry.line))
                continue
            }
            if let known = file.hosts[place].interfaces.firstIndex(where: { $0.name == device }) {
                file.hosts[place].interfaces[known].addresses.append(found)
            } else {
                file.hosts[place].interfaces.append(
                    ImportedInterface(name: device, mac: mac, addresses: [found], line: entry.line))
            }
        }
        return file
    }
}
