import TrafficObservation

/// A set that is being read, section by section.
struct SetReader {
    struct Failure: Error {
        let reason: ObservationFileError.Reason
    }

    /// A string is a name, a path or a digest.
    private static let largestString = 1 << 16

    private(set) var set = ObservationSet()
    let limits: ObservationLimits
    private var strings: [String] = []

    init(limits: ObservationLimits) { self.limits = limits }

    mutating func read(_ tag: SectionTag, _ content: [UInt8]) throws(Failure) {
        guard tag != .strings else {
            do { try readStrings(content) } catch { throw Failure(reason: .damagedSection(tag.rawValue)) }
            return
        }
        var row = 0
        do throws(DamagedRow) {
            var reader = RowReader(
                content, strings: strings, bounds: RowReader.Bounds(captures: captureBound, links: set.links.count))
            let count = try reader.rowCount()
            if let limit = tag.limit(limits), count > limit.count {
                row = -count
                throw DamagedRow()
            }
            if tag == .captures {
                captureBound = count
                reader.bounds.captures = count
            }
            for _ in 0..<count {
                row += 1
                try reader.beginRow()
                try set.read(tag, &reader)
                reader.endRow()
            }
        } catch {
            if row < 0, let limit = tag.limit(limits) {
                throw Failure(
                    reason: .tooManyRows(limit: limit.limit.rawValue, rows: UInt64(-row), allowed: limit.count))
            }
            throw Failure(reason: .damagedRow(section: tag.rawValue, row: row))
        }
    }

    /// As many captures as their section says it has.
    private var captureBound = 0

    /// Nil: the set holds together.
    mutating func finish() -> ObservationFileError.Reason? {
        guard set.concludeStored() else { return .damagedSection(SectionTag.captures.rawValue) }
        return nil
    }

    private mutating func readStrings(_ content: [UInt8]) throws(DamagedRow) {
        var reader = RowReader(content, strings: [], bounds: RowReader.Bounds())
        for _ in 0..<(try reader.rowCount()) {
            let octets = try reader.octets()
            guard octets.count <= Self.largestString, let text = String(validating: octets, as: UTF8.self) else {
                throw DamagedRow()
            }
            strings.append(text)
        }
    }
}

extension ObservationSet {
    /// Reads one row of a table. A row with a kind that only a newer version knows is left out.
    mutating func read(_ tag: SectionTag, _ reader: inout RowReader) throws(DamagedRow) {
        switch tag {
        case .strings: break
        case .captures: captures.append(try reader.captureRow())
        case .links: links.append(try reader.linkRow())
        case .macs: macs.append(try reader.macRow())
        case .bindings: if let row = try reader.bindingRow() { bindings.append(row) }
        case .sources: sources.append(try reader.sourceRow())
        case .flows: flows.append(try reader.flowRow())
        case .routers: routers.append(try reader.routerRow())
        case .dhcpServers: dhcpServers.append(try reader.dhcpServerRow())
        case .hostNames: if let row = try reader.hostNameRow() { hostNames.append(row) }
        case .dnsNames: chainNames.append(try reader.dnsNameRow())
        case .resolutions: resolutions.append(try reader.resolutionRow())
        case .tunnels: if let row = try reader.tunnelRow() { tunnels.append(row) }
        case .conflicts: conflicts.append(try reader.conflictRow())
        case .roles: if let row = try reader.roleRow() { statedRoles.append(row) }
        case .serverNames: if let row = try reader.serverNameRow() { serverNames.append(row) }
        case .identities: if let row = try reader.identityRow() { identities.append(row) }
        case .routing: if let row = try reader.routingRow() { routing.append(row) }
        case .devices: if let row = try reader.deviceRow() { devices.append(row) }
        case .claims: if let row = try reader.claimRow() { claims.append(row) }
        case .unreachables: unreachables.append(try reader.unreachableRow())
        case .imports: if let row = try reader.importedFile() { add(row) }
        case .probes: add(try reader.probeRun())
        }
    }
}

extension RowWriter {
    mutating func write(_ tag: SectionTag, of set: ObservationSet) {
        switch tag {
        case .strings: break
        case .captures: write(set.captures) { $0.write($1) }
        case .links: write(set.links) { $0.write($1) }
        case .macs: write(set.macs) { $0.write($1) }
        case .bindings: write(set.bindings) { $0.write($1) }
        case .sources: write(set.sources) { $0.write($1) }
        case .flows: write(set.flows) { $0.write($1) }
        case .routers: write(set.routers) { $0.write($1) }
        case .dhcpServers: write(set.dhcpServers) { $0.write($1) }
        case .hostNames: write(set.hostNames) { $0.write($1) }
        case .dnsNames: write(set.chainNames) { $0.write($1) }
        case .resolutions: write(set.resolutions) { $0.write($1) }
        case .tunnels: write(set.tunnels) { $0.write($1) }
        case .conflicts: write(set.conflicts) { $0.write($1) }
        case .roles: write(set.statedRoles) { $0.write($1) }
        case .serverNames: write(set.serverNames) { $0.write($1) }
        case .identities: write(set.identities) { $0.write($1) }
        case .routing: write(set.routing) { $0.write($1) }
        case .devices: write(set.devices) { $0.write($1) }
        case .claims: write(set.claims) { $0.write($1) }
        case .unreachables: write(set.unreachables) { $0.write($1) }
        case .imports: write(set.imports) { $0.write($1) }
        case .probes: write(set.probes) { $0.write($1) }
        }
    }

    private mutating func write<Row>(_ rows: [Row], _ body: (inout RowWriter, Row) -> Void) {
        for row in rows {
            body(&self, row)
            endRow()
        }
    }
}
