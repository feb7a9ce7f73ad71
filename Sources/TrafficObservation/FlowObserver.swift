import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// An IP packet: its source, and for TCP and UDP between two unicast addresses its conversation.
    mutating func observeFlow(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.transport == .tcp || record.transport == .udp else {
            _ = observeSource(record, place)
            return
        }
        let isTunnelled = record.hasInnerIP
        let source = isTunnelled ? record.innerIP.source : record.ip.source
        let destination = isTunnelled ? record.innerIP.destination : record.ip.destination
        guard source.isHostUnicast, destination.isHostUnicast,
            let number = flow(record, source, destination, isTunnelled: isTunnelled, place)
        else {
            _ = observeSource(record, place)
            return
        }
        let fromClient = flows[number].client == source && flows[number].clientPort == record.sourcePort
        let mac = record.hasLinkSource && !isTunnelled ? record.linkSource : .zero
        // The end of a conversation remembers the row of its source, so that most packets need one look-up.
        let known = flows[number].source(ofClient: fromClient, behind: mac)
        if known >= 0, !isTunnelled {
            sources[Int(known)].add(record.ip, place.proof)
        } else {
            let row = observeSource(record, place)
            if !isTunnelled { flows[number].remember(row, mac, to: record.linkDestination, ofClient: fromClient) }
        }
        flows[number].add(
            isTunnelled ? record.innerIP.length : record.ip.length, place.proof, fromClient: fromClient,
            // The data of a fragment shows in the frame that completes it.
            hasData: record.payloadLength > 0 && record.fragment.isEmpty)
        if Self.mayEmbedAddresses(flows[number].serverPort), record.payloadLength > 0, record.fragment.isEmpty {
            observeEmbeddedAddresses(record, bytes, number, place)
        }
        if record.transport == .tcp {
            if !record.tcpFlags.isDisjoint(with: [.syn, .fin, .rst]) {
                flows[number].note(record.tcpFlags, place.proof)
            }
            if record.fragment.isEmpty,
                record.tcpFlags.contains(.syn)
                    || record.payloadLength > 0 && !flows[number].inspection.isDone(ofClient: fromClient)
            {
                observeStream(record, bytes, number, fromClient: fromClient, place)
            }
        } else if record.fragment.isEmpty, record.payload.count >= 21, fromClient,
            !flows[number].inspection.isDone(ofClient: true)
        {
            observeQUIC(record, bytes, number, place)
        }
    }

    /// An ICMP error speaks of the conversation that it quotes. RFC 792, RFC 4443 §3.1.
    mutating func observeUnreachable(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        let isUnreachable = record.transport == .icmp ? record.icmpType == 3 : record.icmpType == 1
        guard isUnreachable, let quoted = FrameDecoder.quotedPacket(in: record, bytes),
            quoted.transport == .tcp || quoted.transport == .udp
        else { return }
        let hash = flowHash(
            quoted.header.source, quoted.sourcePort, quoted.header.destination, quoted.destinationPort,
            quoted.transport, isTunnelled: false, place)
        let found = flows.find(hash) { row in
            row.linkNumber == place.linkNumber && row.transport == quoted.transport && !row.isTunnelled
                && row.client == quoted.header.source && row.clientPort == quoted.sourcePort
                && row.server == quoted.header.destination && row.serverPort == quoted.destinationPort
        }
        if let found { flows[found].noteUnreachable(place.proof) }
    }

    /// Both directions have one hash: a sum does not depend on the order.
    @inline(__always)
    private func flowHash(
        _ source: IPAddress, _ sourcePort: UInt16, _ destination: IPAddress, _ destinationPort: UInt16,
        _ transport: IPProtocol, isTunnelled: Bool, _ place: Place
    ) -> UInt64 {
        let ends =
            source.hash(flows.seed ^ UInt64(sourcePort)) &+ destination.hash(flows.seed ^ UInt64(destinationPort))
        return TableHash.mix(
            ends, UInt64(place.linkNumber) << 16 | UInt64(transport.rawValue) << 1 | (isTunnelled ? 1 : 0))
    }

    /// The row of a packet's conversation, made when it is new; nil when there is no room.
    @inline(__always)
    private mutating func flow(
        _ record: FrameRecord, _ source: IPAddress, _ destination: IPAddress, isTunnelled: Bool, _ place: Place
    ) -> Int? {
        let sourcePort = record.sourcePort
        let destinationPort = record.destinationPort
        let transport = record.transport
        let hash = flowHash(
            source, sourcePort, destination, destinationPort, transport, isTunnelled: isTunnelled, place)
        let found = flows.find(hash) { row in
            guard row.linkNumber == place.linkNumber, row.transport == transport, row.isTunnelled == isTunnelled else {
                return false
            }
            if row.clientPort == sourcePort, row.serverPort == destinationPort, row.client == source,
                row.server == destination
            {
                return true
            }
            return row.serverPort == sourcePort && row.clientPort == destinationPort && row.server == source
                && row.client == destination
        }
        let isSYN = transport == .tcp && record.tcpFlags.contains(.syn)
        if let found, !isSYN { return found }
        // The sender of a SYN is the client; without one the higher port is, as ephemeral ports are high.
        let sourceIsClient = isSYN ? !record.tcpFlags.contains(.ack) : sourcePort >= destinationPort
        if let found {
            // A handshake corrects what was guessed from ports.
            if flows[found].syn == nil, flows[found].synAck == nil,
                (flows[found].client == source && flows[found].clientPort == sourcePort) != sourceIsClient
            {
                flows[found] = flows[found].reversed
            }
            return found
        }
        var row = FlowRow(
            link: place.link, client: sourceIsClient ? source : destination,
            server: sourceIsClient ? destination : source, transport: transport,
            clientPort: sourceIsClient ? sourcePort : destinationPort,
            serverPort: sourceIsClient ? destinationPort : sourcePort, firstFrame: place.proof,
            lastSeen: place.proof.time)
        row.isTunnelled = isTunnelled
        return flows.append(row, hash)
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
