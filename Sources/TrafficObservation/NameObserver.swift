import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// UDP payloads that carry names or addresses, by port. RFC 1035, 6762, 4795, 2131, 9915, 1002,
    /// 2866 §3.
    mutating func observeUDP(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        switch (record.sourcePort, record.destinationPort) {
        case (67, _), (_, 67): observeDHCPv4(record, bytes, place)
        case (546, _), (547, _), (_, 546), (_, 547): observeDHCPv6(record, bytes, place)
        case (5353, _), (_, 5353): observeMulticastDNS(record, bytes, place)
        case (5355, _), (_, 5355): observeLinkLocalNames(record, bytes, place)
        case (137, _), (_, 137): observeNetBIOSNames(record, bytes, place)
        case (138, 138): observeNetBIOSDatagram(record, bytes, place)
        case (_, 1813), (_, 1646): observeAccounting(record, bytes, place)
        case (53, _), (_, 53):
            guard record.fragment.isEmpty else { return }
            observeDNS(record.payload, DNSExchange(record), bytes, place)
        default: observeAnnouncement(record, bytes, place)
        }
    }

    /// The message of a datagram; nil for a fragment, whose other parts are missing here.
    private func reader(_ record: FrameRecord, _ bytes: borrowing RawSpan) -> DNSReader? {
        record.fragment.isEmpty ? DNSReader(bytes, record.payload) : nil
    }

    private mutating func noteEnd(of reader: DNSReader) {
        if reader.isIncomplete { anomalies[Int(DecodeAnomaly.dnsMalformed.rawValue)] &+= 1 }
    }

    /// A message of either side, in a datagram or out of a stream.
    mutating func observeDNS(
        _ range: ByteRange, _ exchange: DNSExchange, _ bytes: borrowing RawSpan, _ place: Place
    ) {
        guard var reader = DNSReader(bytes, range), reader.opcode == 0 else { return }
        if reader.isResponse {
            guard exchange.isFromServer else { return }
            observeAnswer(&reader, exchange, bytes, place)
        } else if exchange.isToServer {
            if exchange.source.family == .ipv4 {
                set.links[place.link].dnsQuestionsIPv4.add(place.proof)
            } else {
                set.links[place.link].dnsQuestionsIPv6.add(place.proof)
            }
            while let question = reader.nextQuestion(bytes) {
                guard reader.readName(of: question, bytes, into: &name), let row = dnsRow() else { continue }
                if question.type == DNSMessage.typeA { dnsNames[row].aQuestions.add(place.proof) }
                guard question.type == DNSMessage.typeAAAA else { continue }
                dnsNames[row].aaaaQuestions.add(place.proof)
                if let client = resolution(exchange.source, place) {
                    resolutions[client].aaaaQuestions.add(place.proof)
                }
            }
        }
        noteEnd(of: reader)
    }

    private mutating func observeAnswer(
        _ reader: inout DNSReader, _ exchange: DNSExchange, _ bytes: borrowing RawSpan, _ place: Place
    ) {
        let server = exchange.source
        guard let question = reader.nextQuestion(bytes), reader.readName(of: question, bytes, into: &name) else {
            return
        }
        let pointed = pointedAddress(question)
        while reader.nextQuestion(bytes) != nil {}
        claimRole(.resolver, exchange.sourceMAC, of: exchange.source, place)
        let row = dnsRow()
        let client = resolution(exchange.destination, place)
        if let client { resolutions[client].answers.add(place.proof) }
        var responseCode = UInt16(reader.responseCode)
        var hasAddress = false
        var hasIPv6Address = false
        while let answer = reader.nextRecord(bytes) {
            if answer.type == DNSMessage.typeOPT, answer.section == .additional {  // RFC 6891 §6.1.3
                responseCode |= UInt16(truncatingIfNeeded: answer.timeToLive >> 24) << 4
            }
            guard answer.section == .answer, let address = reader.address(of: answer, bytes) else {
                if let pointed, answer.section == .answer { notePointer(answer, of: pointed, reader, bytes, place) }
                continue
            }
            hasAddress = true
            // Aliases lead here too: the addresses belong to the name that was asked for.
            if let row { noteMember(dnsNames[row].addAddress(address, upTo: limits.setMembers)) }
            if address.family == .ipv6 { hasIPv6Address = true }
            if let client { noteMember(resolutions[client].answered.insert(address, upTo: limits.setMembers * 16)) }
        }
        // What the frame cut off may have held the address: that is no answer without one.
        let isUnread = !hasAddress && (reader.isIncomplete || reader.isTruncated)
        if let row, !isUnread {
            dnsNames[row].lastAnswer.keepLater(place.proof)
            if question.type == DNSMessage.typeA {
                dnsNames[row].aAnswers.add(place.proof)
                if responseCode == 0, hasAddress {
                    noteMember(dnsNames[row].aAnsweredBy.insert(server, upTo: limits.setMembers))
                }
            }
            if question.type == DNSMessage.typeAAAA {
                dnsNames[row].aaaaAnswers.add(place.proof)
                if responseCode != 0 {
                    noteMember(dnsNames[row].addError(responseCode, of: server, upTo: limits.setMembers))
                    dnsNames[row].firstAAAAError.keepEarlier(place.proof)
                }
            }
        }
        if let client, question.type == DNSMessage.typeAAAA, hasIPv6Address {
            resolutions[client].aaaaAnswered.keepEarlier(place.proof)
        }
    }

    func dnsNameHash(_ name: NameBuffer, _ chain: UInt32) -> UInt64 { name.hash(dnsNames.seed ^ UInt64(chain)) }

    /// The row of the name in the buffer.
    private mutating func dnsRow() -> Int? {
        guard !name.isEmpty else { return nil }
        let chain = linkCapture
        let hash = dnsNameHash(name, chain)
        if let found = dnsNames.find(hash, { $0.chain == chain && name.equals($0.name) }) { return found }
        return dnsNames.append(DNSNameRow(name: name.string, chain: chain), hash)
    }

    private mutating func resolution(_ client: IPAddress, _ place: Place) -> Int? {
        guard client.isHostUnicast else { return nil }
        let hash = client.hash(resolutions.seed, place.linkNumber, .zero)
        let found = resolutions.find(hash) { $0.client == client && $0.link == place.link }
        return found ?? resolutions.append(ResolutionRow(link: place.link, client: client), hash)
    }

    /// mDNS: a responder owns the names of its address records. RFC 6762 §6, service types of RFC 6763.
    private mutating func observeMulticastDNS(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard var reader = reader(record, bytes), reader.isResponse else { return }
        var hasIPv4 = false
        var hasIPv6 = false
        while reader.nextQuestion(bytes) != nil {}
        while let answer = reader.nextRecord(bytes) {
            guard answer.section != .authority else { continue }
            switch answer.type {
            case DNSMessage.typeA, DNSMessage.typeAAAA:
                if answer.type == DNSMessage.typeA { hasIPv4 = true } else { hasIPv6 = true }
                guard record.hasLinkSource, reader.address(of: answer, bytes) != nil,
                    reader.readName(of: answer, bytes, into: &name),
                    name.hasSuffix(".local")
                else { continue }
                noteName(in: name, record.linkSource, .mdns, place)
            case DNSMessage.typeSRV:
                guard record.hasLinkSource, reader.readName(of: answer, bytes, into: &name) else { continue }
                if name.hasSuffix("._ipp._tcp.local") || name.hasSuffix("._printer._tcp.local")
                    || name.hasSuffix("._pdl-datastream._tcp.local")
                {
                    noteRole(.printer, record.linkSource, place)
                }
            default: continue
            }
        }
        if hasIPv4, hasIPv6 { noteMulticastHosts(record, bytes, place) }
        noteEnd(of: reader)
    }

    /// LLMNR: who answers for a name has it. RFC 4795 §2.2.
    private mutating func observeLinkLocalNames(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.hasLinkSource, record.sourcePort == 5355, var reader = reader(record, bytes), reader.isResponse,
            reader.responseCode == 0
        else { return }
        while reader.nextQuestion(bytes) != nil {}
        while let answer = reader.nextRecord(bytes), answer.section == .answer {
            guard reader.address(of: answer, bytes) != nil, reader.readName(of: answer, bytes, into: &name) else {
                continue
            }
            noteName(in: name, record.linkSource, .llmnr, place)
        }
        noteEnd(of: reader)
    }

    /// A NetBIOS name of the workstation or server service, unique on the link, that a machine claims, answers for or
    /// lists as its own. RFC 1002 §4.2; groups share the suffix of workstations.
    private mutating func observeNetBIOSNames(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.hasLinkSource, record.fragment.isEmpty, let message = NetBIOSNameMessage(bytes, record.payload)
        else { return }
        if message.isIncomplete { anomalies[Int(DecodeAnomaly.dnsMalformed.rawValue)] &+= 1 }
        // A server of names answers for others.
        let speaksOfItself = message.owners.contains { !$0.isGroup && IPAddress($0.address) == record.ip.source }
        if let name = message.name, Self.isMachine(name) {
            if message.isClaim {
                if name.suffix == NetBIOSName.server || speaksOfItself {
                    noteName(name.text.lowercased(), record.linkSource, .nbns, place)
                }
            } else if message.isResponse, message.responseCode == 0, speaksOfItself {
                claimName(name.text.lowercased(), record.linkSource, of: record.ip.source, .nbns, place)
            }
        }
        for node in message.nodeNames where !node.isGroup && Self.isMachine(node.name) {
            claimName(node.name.text.lowercased(), record.linkSource, of: record.ip.source, .nbns, place)
        }
    }

    private static func isMachine(_ name: NetBIOSName) -> Bool {
        name.suffix == NetBIOSName.workstation || name.suffix == NetBIOSName.server
    }

    /// A host announcement to the browsers of the link. MS-BRWS §2.2.1.
    private mutating func observeNetBIOSDatagram(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.hasLinkSource, record.fragment.isEmpty, let message = NetBIOSDatagram(bytes, record.payload),
            let source = record.ip.source.ipv4, message.sourceAddress == source
        else { return }
        if let announcement = message.announcement, !announcement.isLocalMaster {
            noteName(announcement.serverName.lowercased(), record.linkSource, .nbns, place)
        }
    }
}

/// Who speaks to whom in an exchange of DNS messages.
struct DNSExchange {
    let source: IPAddress
    let destination: IPAddress
    let isFromServer: Bool
    let isToServer: Bool
    /// Zero where unknown.
    let sourceMAC: MACAddress

    init(source: IPAddress, destination: IPAddress, isFromServer: Bool, sourceMAC: MACAddress) {
        self.source = source
        self.destination = destination
        self.isFromServer = isFromServer
        isToServer = !isFromServer
        self.sourceMAC = sourceMAC
    }

    /// A datagram; between two servers both ports are 53.
    init(_ record: FrameRecord) {
        source = record.ip.source
        destination = record.ip.destination
        isFromServer = record.sourcePort == 53
        isToServer = record.destinationPort == 53
        sourceMAC = record.hasLinkSource ? record.linkSource : .zero
    }
}
