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
        if Self.mayEmbedAddresses((record.sourcePort, record.destinationPort)), record.payloadLength > 0,
            record.fragment.isEmpty
        {
            observeEmbeddedAddresses(record, bytes, number, place)
        }
        if record.transport == .tcp {
            if !record.tcpFlags.isDisjoint(with: [.syn, .fin, .rst]) {
                flows[number].note(record.tcpFlags, place.proof)
            }
            if record.fragment.isEmpty,
                record.tcpFlags.contains(.syn)
                    || record.payloadLength > 0
                        && (!flows[number].inspection.isDone(ofClient: fromClient)
                            || isPiecewise && isWanted(number, fromClient: fromClient))
            {
                if isPiecewise { return keepStream(record, bytes, number, fromClient: fromClient, place) }
                observeStream(record, bytes, number, fromClient: fromClient, place)
            }
        } else if record.fragment.isEmpty, record.payload.count >= 21, fromClient,
            !flows[number].inspection.isDone(ofClient: true) || isPiecewise && isWantedQUIC(record, bytes)
        {
            if isPiecewise { return keepQUIC(record, bytes, number, place) }
            observeQUIC(record, bytes, number, place)
        }
    }

    /// An ICMP error speaks of the conversation that it quotes, which is looked for when all is seen: only then is it
    /// known who the client is. RFC 792, RFC 4443 §3.1.
    mutating func observeUnreachable(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        let isUnreachable = record.transport == .icmp ? record.icmpType == 3 : record.icmpType == 1
        guard isUnreachable, let quoted = FrameDecoder.quotedPacket(in: record, bytes),
            quoted.transport == .tcp || quoted.transport == .udp
        else { return }
        noteUnreachable(
            UnreachableRow(
                link: place.linkNumber, source: quoted.header.source, destination: quoted.header.destination,
                sourcePort: quoted.sourcePort, destinationPort: quoted.destinationPort, transport: quoted.transport,
                proof: place.proof))
    }

    /// Data that was kept, at a place where all conversations are known.
    mutating func replayStream(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        let isTunnelled = record.hasInnerIP
        let source = isTunnelled ? record.innerIP.source : record.ip.source
        let destination = isTunnelled ? record.innerIP.destination : record.ip.destination
        guard let number = flow(record, source, destination, isTunnelled: isTunnelled, place) else { return }
        if flows[number].inspection.wasCorrected, record.transport == .tcp, record.tcpFlags.contains(.syn) {
            flows[number] = flows[number].reversed
            flows[number].inspection.wasCorrected = false
        }
        let fromClient = flows[number].client == source && flows[number].clientPort == record.sourcePort
        if record.transport == .tcp {
            guard
                record.tcpFlags.contains(.syn)
                    || record.payloadLength > 0 && !flows[number].inspection.isDone(ofClient: fromClient)
            else { return }
            observeStream(record, bytes, number, fromClient: fromClient, place)
        } else if fromClient, !flows[number].inspection.isDone(ofClient: true) {
            observeQUIC(record, bytes, number, place)
        }
    }

    /// Both directions have one hash: a sum does not depend on the order.
    @inline(__always)
    func flowHash(
        _ source: IPAddress, _ sourcePort: UInt16, _ destination: IPAddress, _ destinationPort: UInt16,
        _ transport: IPProtocol, isTunnelled: Bool, _ link: UInt32
    ) -> UInt64 {
        let ends =
            source.hash(flows.seed ^ UInt64(sourcePort)) &+ destination.hash(flows.seed ^ UInt64(destinationPort))
        return TableHash.mix(
            ends, UInt64(link) << 16 | UInt64(transport.rawValue) << 1 | (isTunnelled ? 1 : 0))
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
            source, sourcePort, destination, destinationPort, transport, isTunnelled: isTunnelled, place.linkNumber)
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
                flows[found].inspection.wasCorrected = true
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
}
