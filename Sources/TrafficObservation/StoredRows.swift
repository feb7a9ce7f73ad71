package import NetworkTypes
package import PacketDecode

// Rows as files give them: what identifies a row first, the rest is set afterwards.

extension RouterRow {
    package init(
        storedOn link: Int, mac: MACAddress, source: IPv6Address, sighting: Sighting, latest: RouterAdvertisement,
        latestTime: CaptureTime
    ) {
        self.init(
            link: link, mac: mac, source: source, sighting: sighting, latest: latest, latestTime: latestTime)
    }
}

extension DHCPServerRow {
    package init(storedOn link: Int, mac: MACAddress, address: IPAddress, sighting: Sighting) {
        self.init(link: link, mac: mac, address: address, sighting: sighting)
    }
}

extension HostNameRow {
    package init(storedOn link: Int, mac: MACAddress, name: String, source: NameSource, sighting: Sighting) {
        self.init(link: link, mac: mac, name: name, source: source, sighting: sighting)
    }
}

extension DNSNameRow {
    package init(stored name: String, chain: UInt32) { self.init(name: name, chain: chain) }
}

extension ResolutionRow {
    package init(storedOn link: Int, client: IPAddress) { self.init(link: link, client: client) }
}

extension TunnelRow {
    package init(
        storedOn link: Int, kind: TunnelKind, source: IPAddress, destination: IPAddress, sourceMAC: MACAddress,
        sighting: Sighting
    ) {
        self.init(
            link: link, kind: kind, outerSource: source, outerDestination: destination, sourceMAC: sourceMAC,
            sighting: sighting)
    }
}

extension AddressConflictRow {
    package init(
        storedOn link: Int, address: IPv6Address, first: MACAddress, second: MACAddress, sighting: Sighting
    ) {
        self.init(link: link, address: address, first: first, second: second, sighting: sighting)
    }
}

extension RoleHintRow {
    package init(storedOn link: Int, mac: MACAddress, role: RoleHint, sighting: Sighting) {
        self.init(link: link, mac: mac, role: role, sighting: sighting)
    }
}

extension ServerNameRow {
    package init(
        storedOn link: Int, name: String, server: IPAddress, port: UInt16, transport: IPProtocol,
        source: ServerNameSource, sighting: Sighting
    ) {
        self.init(
            link: link, name: name, server: server, port: port, transport: transport, source: source,
            sighting: sighting)
    }
}

extension IdentityRow {
    package init(
        storedOn link: Int, mac: MACAddress, address: IPAddress, kind: IdentityKind, value: String, sighting: Sighting
    ) {
        self.init(link: link, mac: mac, address: address, kind: kind, value: value, sighting: sighting)
    }
}

extension RoutingRow {
    package init(
        storedOn link: Int, mac: MACAddress, protocol: RoutingProtocol, family: AddressFamily, source: IPAddress?,
        group: UInt32, sighting: Sighting
    ) {
        self.init(
            link: link, mac: mac, protocol: `protocol`, family: family, source: source, group: group,
            sighting: sighting)
    }
}

extension DeviceRow {
    package init(storedOn link: Int, mac: MACAddress, source: NameSource, sighting: Sighting) {
        self.init(link: link, mac: mac, source: source, sighting: sighting)
    }
}

extension MACRow {
    /// As if no detail had ever been set.
    package mutating func forgetEmptyDetails() { settle() }
}

extension ObservationSet {
    /// Draws the conclusions that are not stored. False where the rows are no set that was written: a key twice or out of
    /// order, a capture that goes on with one behind it.
    package mutating func concludeStored() -> Bool {
        for (place, capture) in captures.enumerated() {
            let first = Int(capture.chain)
            guard first <= place, captures[first].chain == capture.chain else { return false }
        }
        guard zip(links, links.dropFirst()).allSatisfy({ $0.key < $1.key }),
            links.allSatisfy({ captures[Int($0.key.capture)].chain == $0.key.capture })
        else { return false }
        var check = RowOrderCheck()
        changeTables(&check)
        guard check.isInOrder else { return false }
        conclude()
        return true
    }
}
