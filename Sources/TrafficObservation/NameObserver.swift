import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// UDP payloads that carry names or addresses, by port. RFC 1035, 6762, 4795, 2131, 9915, 1002.
    mutating func observeUDP(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        switch (record.sourcePort, record.destinationPort) {
        case (67, _), (_, 67): observeDHCPv4(record, bytes, place)
        case (546, _), (547, _), (_, 546), (_, 547): observeDHCPv6(record, bytes, place)
        case (5353, _), (_, 5353): observeMulticastDNS(record, bytes, place)
        case (5355, _), (_, 5355): observeLinkLocalNames(record, bytes, place)
        case (137, _): observeNetBIOSNames(record, bytes, place)
        case (53, _), (_, 53): observeDNS(record, bytes, place)
        default: break
        }
    }

    private mutating func message(_ record: FrameRecord, _ bytes: borrowing RawSpan) -> DNSMessage? {
        guard !record.ip.isFragment, let message = DNSMessage(bytes, record.payload) else { return nil }
        if message.isIncomplete { anomalies[Int(DecodeAnomaly.dnsMalformed.rawValue)] &+= 1 }
        return message
    }

    private mutating func observeDNS(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard let message = message(record, bytes), message.opcode == 0 else { return }
        if message.isResponse {
            guard record.sourcePort == 53 else { return }
            observeAnswer(message, record, place)
        } else if record.destinationPort == 53 {
            if record.network == .ipv4 {
                set.links[place.link].dnsQuestionsIPv4.add(place.proof)
            } else {
                set.links[place.link].dnsQuestionsIPv6.add(place.proof)
            }
            for question in message.questions {
                guard let row = dnsRow(question.name) else { continue }
                if question.type == DNSMessage.typeA { dnsNames[row].aQuestions.add(place.proof) }
                guard question.type == DNSMessage.typeAAAA else { continue }
                dnsNames[row].aaaaQuestions.add(place.proof)
                if let client = resolution(record.ip.source, place) {
                    resolutions[client].aaaaQuestions.add(place.proof)
                }
            }
        }
    }

    private mutating func observeAnswer(_ message: DNSMessage, _ record: FrameRecord, _ place: Place) {
        let server = record.ip.source
        guard let question = message.questions.first else { return }
        noteRole(.resolver, resolverMAC(record, place), place)
        let client = resolution(record.ip.destination, place)
        if let client { resolutions[client].answers.add(place.proof) }
        var addresses: [IPAddress] = []
        for answer in message.records where answer.section == .answer {
            switch answer.data {
            case .a(let address): addresses.append(IPAddress(address))
            case .aaaa(let address): addresses.append(IPAddress(address))
            default: break
            }
        }
        if let row = dnsRow(question.name) {
            dnsNames[row].lastAnswer = place.proof
            // Aliases lead here too: the addresses belong to the name that was asked for.
            for address in addresses {
                if let v4 = address.ipv4 { dnsNames[row].a.insert(v4, upTo: limits.setMembers) }
                if let v6 = address.ipv6 { dnsNames[row].aaaa.insert(v6, upTo: limits.setMembers) }
            }
            if question.type == DNSMessage.typeA {
                dnsNames[row].aAnswers.add(place.proof)
                if message.responseCode == 0, !addresses.isEmpty {
                    dnsNames[row].aAnsweredBy.insert(server, upTo: limits.setMembers)
                }
            }
            if question.type == DNSMessage.typeAAAA {
                dnsNames[row].aaaaAnswers.add(place.proof)
                if message.responseCode != 0, dnsNames[row].aaaaErrors.count < limits.setMembers {
                    dnsNames[row].aaaaErrors[server] = message.responseCode
                    if dnsNames[row].firstAAAAError == nil { dnsNames[row].firstAAAAError = place.proof }
                }
            }
        }
        guard let client else { return }
        for address in addresses { resolutions[client].answered.insert(address, upTo: limits.setMembers * 16) }
        if question.type == DNSMessage.typeAAAA, addresses.contains(where: { $0.family == .ipv6 }),
            resolutions[client].aaaaAnswered == nil
        {
            resolutions[client].aaaaAnswered = place.proof
        }
    }

    /// The MAC of a resolver on this link; zero when the answer came through a router.
    private func resolverMAC(_ record: FrameRecord, _ place: Place) -> MACAddress {
        guard record.hasLinkSource else { return .zero }
        return isBound(record.ip.source, to: record.linkSource, onLink: place.link) ? record.linkSource : .zero
    }

    private mutating func dnsRow(_ name: String) -> Int? {
        guard !name.isEmpty else { return nil }
        return dnsNames.place(of: name) { DNSNameRow(name: name) }
    }

    private mutating func resolution(_ client: IPAddress, _ place: Place) -> Int? {
        guard client.isHostUnicast else { return nil }
        return resolutions.place(of: LinkAddressKey(link: place.linkNumber, address: client)) {
            ResolutionRow(link: place.link, client: client)
        }
    }

    /// mDNS: a responder owns the names of its address records. RFC 6762 §6, service types of RFC 6763.
    private mutating func observeMulticastDNS(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.hasLinkSource, let message = message(record, bytes), message.isResponse else { return }
        for answer in message.records where answer.section != .authority {
            switch answer.data {
            case .a, .aaaa:
                if answer.name.hasSuffix(".local") { noteName(answer.name, record.linkSource, .mdns, place) }
            case .service:
                if answer.name.hasSuffix("._ipp._tcp.local") || answer.name.hasSuffix("._printer._tcp.local")
                    || answer.name.hasSuffix("._pdl-datastream._tcp.local")
                {
                    noteRole(.printer, record.linkSource, place)
                }
            default: break
            }
        }
    }

    /// LLMNR: who answers for a name has it. RFC 4795 §2.2.
    private mutating func observeLinkLocalNames(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.hasLinkSource, record.sourcePort == 5355, let message = message(record, bytes), message.isResponse,
            message.responseCode == 0
        else { return }
        for answer in message.records where answer.section == .answer {
            switch answer.data {
            case .a, .aaaa: noteName(answer.name, record.linkSource, .llmnr, place)
            default: break
            }
        }
    }

    /// A NetBIOS name registration of the server service (suffix 0x20), which is always a unique name. RFC 1002 §4.2.2.
    private mutating func observeNetBIOSNames(_ record: FrameRecord, _ bytes: borrowing RawSpan, _ place: Place) {
        guard record.hasLinkSource, let message = message(record, bytes), !message.isResponse, message.opcode == 5
        else {
            return
        }
        for question in message.questions {
            guard let (name, suffix) = Self.decodedNetBIOSName(question.name), suffix == 0x20 else { continue }
            noteName(name, record.linkSource, .nbns, place)
        }
    }

    /// Undoes the first-level encoding: each half octet is a letter from A. RFC 1001 §14.1.
    static func decodedNetBIOSName(_ encoded: String) -> (name: String, suffix: UInt8)? {
        let letters = Array(encoded.lowercased().utf8.prefix(32))
        guard letters.count == 32, letters.allSatisfy({ (0x61...0x70).contains($0) }) else { return nil }
        let octets = stride(from: 0, to: 32, by: 2).map { (letters[$0] - 0x61) << 4 | (letters[$0 + 1] - 0x61) }
        let name = octets.prefix(15).filter { (0x21...0x7e).contains($0) }
        guard !name.isEmpty else { return nil }
        return (String(decoding: name, as: UTF8.self), octets[15])
    }
}
