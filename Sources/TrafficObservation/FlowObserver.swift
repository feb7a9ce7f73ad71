import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// TCP and UDP between two unicast addresses, one row for both directions.
    mutating func observeFlow(_ record: FrameRecord, _ place: Place) {
        guard record.transport == .tcp || record.transport == .udp else { return }
        let ip = record.innermostIP
        guard ip.source.isHostUnicast, ip.destination.isHostUnicast else { return }
        let sourceIsLow =
            ip.source != ip.destination ? ip.source < ip.destination : record.sourcePort <= record.destinationPort
        let key = FlowKey(
            link: place.linkNumber, transport: record.transport, low: sourceIsLow ? ip.source : ip.destination,
            high: sourceIsLow ? ip.destination : ip.source,
            lowPort: sourceIsLow ? record.sourcePort : record.destinationPort,
            highPort: sourceIsLow ? record.destinationPort : record.sourcePort)
        let isSYN = record.transport == .tcp && record.tcpFlags.contains(.syn)
        let isSYNACK = isSYN && record.tcpFlags.contains(.ack)
        let sourceIsClient = Self.sourceIsClient(record, isSYN: isSYN, isSYNACK: isSYNACK)
        guard
            let number = flows.place(
                of: key,
                make: {
                    Self.newFlow(record, place, sourceIsClient: sourceIsClient)
                })
        else { return }
        // A handshake corrects what was guessed from ports.
        if isSYN, flows[number].syn == nil, flows[number].synAck == nil,
            (flows[number].client == ip.source && flows[number].clientPort == record.sourcePort) != sourceIsClient
        {
            flows[number] = Self.reversed(flows[number])
        }
        let fromClient = flows[number].client == ip.source && flows[number].clientPort == record.sourcePort
        let mac = record.hasLinkSource && record.encapsulation == .none ? record.linkSource : .zero
        count(number, record, ip, fromClient: fromClient, mac: mac, place.proof, isSYN: isSYN, isSYNACK: isSYNACK)
    }

    private mutating func count(
        _ number: Int, _ record: FrameRecord, _ ip: IPHeaderRecord, fromClient: Bool, mac: MACAddress, _ proof: Proof,
        isSYN: Bool, isSYNACK: Bool
    ) {
        flows[number].bytes &+= UInt64(ip.length)
        if proof.time > flows[number].lastSeen { flows[number].lastSeen = proof.time }
        let hasData = record.payloadLength > 0
        if fromClient {
            flows[number].clientPackets &+= 1
            if flows[number].clientMAC == .zero { flows[number].clientMAC = mac }
            if hasData, flows[number].clientData == nil { flows[number].clientData = proof }
        } else {
            flows[number].serverPackets &+= 1
            if flows[number].serverMAC == .zero { flows[number].serverMAC = mac }
            if hasData, flows[number].serverData == nil { flows[number].serverData = proof }
        }
        guard record.transport == .tcp else { return }
        if isSYNACK {
            if flows[number].synAck == nil { flows[number].synAck = proof }
        } else if isSYN, flows[number].syn == nil {
            flows[number].syn = proof
        }
        if record.tcpFlags.contains(.fin), flows[number].fin == nil { flows[number].fin = proof }
        if record.tcpFlags.contains(.rst), flows[number].reset == nil { flows[number].reset = proof }
    }

    /// The sender of a SYN is the client; without one the higher port is, as ephemeral ports are high.
    private static func sourceIsClient(_ record: FrameRecord, isSYN: Bool, isSYNACK: Bool) -> Bool {
        if isSYNACK { return false }
        if isSYN { return true }
        return record.sourcePort >= record.destinationPort
    }

    private static func newFlow(_ record: FrameRecord, _ place: Place, sourceIsClient: Bool) -> FlowRow {
        let ip = record.innermostIP
        var row = FlowRow(
            link: place.link, client: sourceIsClient ? ip.source : ip.destination,
            server: sourceIsClient ? ip.destination : ip.source, transport: record.transport,
            clientPort: sourceIsClient ? record.sourcePort : record.destinationPort,
            serverPort: sourceIsClient ? record.destinationPort : record.sourcePort, firstFrame: place.proof,
            lastSeen: place.proof.time)
        row.isTunnelled = record.encapsulation != .none
        return row
    }

    private static func reversed(_ row: FlowRow) -> FlowRow {
        var other = FlowRow(
            link: row.link, client: row.server, server: row.client, transport: row.transport,
            clientPort: row.serverPort,
            serverPort: row.clientPort, firstFrame: row.firstFrame, lastSeen: row.lastSeen)
        other.clientMAC = row.serverMAC
        other.serverMAC = row.clientMAC
        other.clientPackets = row.serverPackets
        other.serverPackets = row.clientPackets
        other.bytes = row.bytes
        other.clientData = row.serverData
        other.serverData = row.clientData
        other.fin = row.fin
        other.reset = row.reset
        other.isTunnelled = row.isTunnelled
        return other
    }

    /// Ports that tell what a machine is for, when it answered there. IANA service names.
    mutating func inferRolesFromServices() {
        for flow in flows.rows where flow.isEstablished && !flow.isTunnelled && flow.serverMAC.isUnicast {
            let role: RoleHint?
            switch (flow.transport, flow.serverPort) {
            case (.tcp, 9100), (.tcp, 631), (.tcp, 515): role = .printer
            case (.tcp, 554): role = .camera
            case (.tcp, 25), (.tcp, 80), (.tcp, 389), (.tcp, 443), (.tcp, 1433), (.tcp, 1521), (.tcp, 3306),
                (.tcp, 5432),
                (.tcp, 8080):
                role = .server
            default: role = nil
            }
            guard let role, let proof = flow.establishingProof else { continue }
            // Only the machine itself: behind a router's MAC the server is someone else.
            guard isBound(flow.server, to: flow.serverMAC, onLink: flow.link) else { continue }
            noteRole(role, flow.serverMAC, Place(link: flow.link, linkNumber: UInt32(flow.link), proof: proof))
        }
    }
}
