import Messages
import NetworkTypes
import TrafficObservation

/// What the lines read so far say of one interface.
struct DeviceInterface {
    /// No device has so many on one interface.
    private static let addressLimit = 4096

    var name: String
    var line: UInt32
    var mac: MACAddress?
    private(set) var addresses: [ImportedAddress] = []
    var isShutDown: Bool?
    /// By SLAAC, DHCPv6, a delegated prefix or EUI-64: the file does not have the address itself.
    var hasUnknownIPv6Address = false
    /// Without an address: with a link-local one only.
    var isIPv6Enabled = false
    /// By an explicit line.
    var isIPv6Off = false
    /// What a line says; nil: no line does.
    var routerAdvertisements: ImportedInterface.RouterAdvertisementSetting?

    init(name: String, line: UInt32) {
        self.name = name
        self.line = line
    }

    /// Adds an address that can be a machine's; the same again changes nothing.
    mutating func add(
        _ address: IPAddress, length: UInt8?, origin: ImportedAddress.Origin = .manual, line: UInt32
    ) {
        guard address.isHostUnicast, addresses.count < Self.addressLimit,
            !addresses.contains(where: { $0.address == address })
        else { return }
        let isLinkLocal = address.family == .ipv6 && address.isLinkLocal
        addresses.append(
            ImportedAddress(address, prefixLength: length, origin: isLinkLocal ? .linkLocal : origin, line: line))
    }

    mutating func remove(_ address: IPAddress) { addresses.removeAll { $0.address == address } }

    mutating func removeAll(_ family: AddressFamily) {
        addresses.removeAll { $0.address.family == family }
        guard family == .ipv6 else { return }
        hasUnknownIPv6Address = false
        isIPv6Enabled = false
        isIPv6Off = false
        routerAdvertisements = nil
    }

    /// - Parameter absence: what it means that no line speaks of IPv6.
    func setting(absence: ImportedInterface.IPv6Setting) -> ImportedInterface.IPv6Setting {
        let own = addresses.lazy.filter { $0.address.family == .ipv6 }
        if hasUnknownIPv6Address || own.contains(where: { !$0.address.isLinkLocal }) { return .configured }
        if isIPv6Enabled || !own.isEmpty { return .enabled }
        return isIPv6Off ? .disabled : absence
    }

    func imported(
        _ ipv6: ImportedInterface.IPv6Setting,
        _ routerAdvertisements: ImportedInterface.RouterAdvertisementSetting
    ) -> ImportedInterface {
        ImportedInterface(
            name: name, mac: mac, addresses: addresses, line: line, isShutDown: isShutDown, ipv6: ipv6,
            routerAdvertisements: routerAdvertisements)
    }
}

/// The interfaces of one device in the order of their first line; the same name again goes on with the same interface.
struct DeviceInterfaceTable {
    /// Nil: it was removed by a later line.
    private var places: [DeviceInterface?] = []
    private var index: [String: Int] = [:]

    var rows: [DeviceInterface] { places.compactMap { $0 } }

    /// The place of the interface, which is made where it is new.
    mutating func place(_ name: String, line: UInt32) -> Int {
        if let place = index[name] { return place }
        index[name] = places.count
        places.append(DeviceInterface(name: name, line: line))
        return places.count - 1
    }

    /// Changes the interface at a place that `place` gave; nothing where it was removed since.
    mutating func change(_ place: Int, _ body: (inout DeviceInterface) -> Void) {
        if places.indices.contains(place), var row = places[place] {
            places[place] = nil
            body(&row)
            places[place] = row
        }
    }

    subscript(name: String) -> DeviceInterface? { index[name].flatMap { places[$0] } }

    mutating func remove(_ name: String) {
        if let place = index.removeValue(forKey: name) { places[place] = nil }
    }

    /// Puts the device into the file: one host with all interfaces.
    func finish(
        _ file: ImportedFile, name: String?, line: UInt32,
        _ imported: (DeviceInterface) -> ImportedInterface
    ) throws(ImportFailure) -> ImportedFile {
        let rows = rows
        guard rows.count <= ImportLimits.rows else {
            throw ImportFailure(path: file.path, ImportMessage.tooManyRows(limit: ImportLimits.rows))
        }
        guard name != nil || !rows.isEmpty else {
            throw ImportFailure(path: file.path, ImportMessage.notOfKind(file.kind.rawValue))
        }
        let interfaces = rows.map(imported).sorted { $0.line < $1.line }
        var file = file
        file.hosts = [ImportedHost(name: name, interfaces: interfaces, line: line)]
        return file
    }
}
