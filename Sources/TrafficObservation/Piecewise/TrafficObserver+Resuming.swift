import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// Takes the rows out of a set and makes them found again.
    mutating func resumeTables(_ set: inout ObservationSet) {
        for row in take(&set.macs) { _ = macs.append(row, row.mac.hash(macs.seed, row.linkNumber)) }
        for row in take(&set.sources) {
            _ = sources.append(row, row.address.hash(sources.seed, row.linkNumber, row.mac))
        }
        for row in take(&set.bindings) { resume(row) }
        for row in take(&set.flows) {
            let hash = flowHash(
                row.client, row.clientPort, row.server, row.serverPort, row.transport, isTunnelled: row.isTunnelled,
                row.linkNumber)
            _ = flows.append(row, hash)
        }
        for row in take(&set.routers) {
            _ = routers.place(
                of: RouterKey(link: UInt32(truncatingIfNeeded: row.link), mac: row.mac, source: row.source)
            ) { row }
        }
        for row in take(&set.dhcpServers) {
            _ = dhcpServers.place(
                of: SourceKey(link: UInt32(truncatingIfNeeded: row.link), mac: row.mac, address: row.address)
            ) { row }
        }
        for row in take(&set.tunnels) {
            _ = tunnels.place(
                of: TunnelKey(
                    link: UInt32(truncatingIfNeeded: row.link), kind: row.kind, source: row.outerSource,
                    destination: row.outerDestination)
            ) { row }
        }
        for row in take(&set.conflicts) {
            _ = conflicts.place(
                of: ConflictKey(
                    link: UInt32(truncatingIfNeeded: row.link), address: row.address, first: row.first,
                    second: row.second)
            ) { row }
        }
        resumeNames(&set)
        resumeStatements(&set)
    }

    private func take<Row>(_ rows: inout [Row]) -> [Row] {
        let taken = rows
        rows = []
        return taken
    }

    private mutating func resume(_ row: BindingRow) {
        let hash = row.address.hash(bound.seed, row.linkNumber, row.mac)
        let found = bound.find(hash) { $0.address == row.address && $0.mac == row.mac && $0.link == row.linkNumber }
        guard
            let number = found
                ?? bound.append(BoundAddress(link: row.linkNumber, mac: row.mac, address: row.address), hash)
        else { return }
        var row = row
        row.next = bound[number].firstBinding
        bound[number].firstBinding = Int32(truncatingIfNeeded: bindings.count)
        bindings.append(row)
    }

    private mutating func resumeNames(_ set: inout ObservationSet) {
        for row in take(&set.hostNames) {
            _ = hostNames.append(row, hostNameHash(NameBuffer(row.name), row.mac, UInt32(truncatingIfNeeded: row.link)))
        }
        for row in take(&set.chainNames) { _ = dnsNames.append(row, dnsNameHash(NameBuffer(row.name), row.chain)) }
        for row in take(&set.resolutions) {
            _ = resolutions.append(
                row, row.client.hash(resolutions.seed, UInt32(truncatingIfNeeded: row.link), .zero))
        }
        for row in take(&set.serverNames) {
            _ = serverNames.append(
                row, serverNameHash(row.name, row.server, row.port, UInt32(truncatingIfNeeded: row.link)))
        }
        for row in take(&set.identities) {
            _ = identities.append(
                row, identityHash(NameBuffer(row.value), row.address, row.mac, UInt32(truncatingIfNeeded: row.link)))
        }
    }

    private mutating func resumeStatements(_ set: inout ObservationSet) {
        for row in take(&set.statedRoles) {
            _ = roles.append(row, roleHash(row.role, row.mac, UInt32(truncatingIfNeeded: row.link)))
        }
        for row in take(&set.claims) { _ = claims.append(row, row.hash(claims.seed)) }
        for row in take(&set.unreachables) { _ = unreachables.append(row, row.hash(unreachables.seed)) }
        for row in take(&set.routing) { _ = routing.append(row, routingHash(row)) }
        for row in take(&set.devices) {
            _ = devices.append(row, deviceHash(row.mac, row.source, UInt32(truncatingIfNeeded: row.link)))
        }
    }
}
