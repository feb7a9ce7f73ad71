import NetworkTypes
import TrafficObservation

extension RowWriter {
    mutating func write(_ row: FlowRow) {
        number(row.linkNumber)
        address(row.client)
        address(row.server)
        number(row.transport.rawValue)
        number(row.clientPort)
        number(row.serverPort)
        flags(row.isTunnelled)
        proof(row.firstFrame)
        time(row.lastSeen)
        mac(row.clientMAC)
        mac(row.serverMAC)
        mac(row.clientNextHop)
        mac(row.serverNextHop)
        number(row.clientPackets)
        number(row.clientBytes)
        number(row.serverPackets)
        number(row.serverBytes)
        for proof in [
            row.syn, row.synAck, row.clientData, row.serverData, row.fin, row.reset, row.embeddedAddress,
        ] {
            self.proof(proof)
        }
    }

    mutating func write(_ row: TunnelRow) {
        number(row.link)
        string(row.kind.rawValue)
        address(row.outerSource)
        address(row.outerDestination)
        mac(row.sourceMAC)
        sighting(row.sighting)
        set(row.innerSources) { $0.address($1) }
        set(row.innerDestinations) { $0.address($1) }
    }

    mutating func write(_ row: UnreachableRow) {
        number(row.linkNumber)
        address(row.source)
        address(row.destination)
        number(row.sourcePort)
        number(row.destinationPort)
        number(row.transport.rawValue)
        proof(row.proof)
    }
}

extension RowReader {
    mutating func flowRow() throws(DamagedRow) -> FlowRow {
        let link = try link()
        let client = try address()
        let server = try address()
        let transport = IPProtocol(rawValue: try number(UInt8.self))
        let ports = (try number(UInt16.self), try number(UInt16.self))
        let isTunnelled = try flags()[0]
        let firstFrame = try proof()
        var row = FlowRow(
            link: link, client: client, server: server, transport: transport, clientPort: ports.0,
            serverPort: ports.1, firstFrame: firstFrame, lastSeen: try time())
        row.isTunnelled = isTunnelled
        row.clientMAC = try mac()
        row.serverMAC = try mac()
        row.clientNextHop = try mac()
        row.serverNextHop = try mac()
        row.clientPackets = try number()
        row.clientBytes = try number()
        row.serverPackets = try number()
        row.serverBytes = try number()
        row.syn = try optionalProof()
        row.synAck = try optionalProof()
        row.clientData = try optionalProof()
        row.serverData = try optionalProof()
        row.fin = try optionalProof()
        row.reset = try optionalProof()
        row.embeddedAddress = try optionalProof()
        return row
    }

    mutating func tunnelRow() throws(DamagedRow) -> TunnelRow? {
        let link = try link()
        let kind = try name(TunnelKind.self)
        let source = try address()
        let destination = try address()
        let mac = try mac()
        let sighting = try sighting()
        let sources = try set { reader throws(DamagedRow) in try reader.address() }
        let destinations = try set { reader throws(DamagedRow) in try reader.address() }
        guard let kind else { return nil }
        var row = TunnelRow(
            storedOn: link, kind: kind, source: source, destination: destination, sourceMAC: mac, sighting: sighting)
        row.innerSources = sources
        row.innerDestinations = destinations
        return row
    }

    mutating func unreachableRow() throws(DamagedRow) -> UnreachableRow {
        let link = UInt32(truncatingIfNeeded: try link())
        let source = try address()
        let destination = try address()
        let ports = (try number(UInt16.self), try number(UInt16.self))
        let transport = IPProtocol(rawValue: try number(UInt8.self))
        return UnreachableRow(
            link: link, source: source, destination: destination, sourcePort: ports.0, destinationPort: ports.1,
            transport: transport, proof: try proof())
    }
}
