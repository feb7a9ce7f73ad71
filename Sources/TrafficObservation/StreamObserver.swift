import NetworkTypes
import PacketDecode
import StreamReassembly

/// What the first bytes of an end of a TCP connection said.
enum StreamVerdict {
    /// Nothing more is wanted of this end.
    case done
    /// More bytes are needed from where the prefix begins.
    case more
    /// So many bytes were used; what follows is looked at as it comes.
    case used(Int)
}

extension TrafficObserver {
    /// The most segments of one conversation that are looked at one by one.
    private static let largestSegmentCount: UInt8 = 16

    /// Data of a TCP connection, as long as something may still be found in it.
    mutating func observeStream(
        _ record: FrameRecord, _ bytes: borrowing RawSpan, _ number: Int, fromClient: Bool, _ place: Place
    ) {
        if record.tcpFlags.contains(.syn) {
            let first = record.tcpSequence &+ 1
            if flows[number].start(ofClient: fromClient).map({ $0 != first }) ?? true {
                flows[number].inspection.restart(ofClient: fromClient)
                flows[number].noteStart(first, ofClient: fromClient)
            }
        }
        guard record.payloadLength > 0, !flows[number].inspection.isDone(ofClient: fromClient) else { return }
        let key = StreamKey(flow: UInt32(truncatingIfNeeded: number), isFromClient: fromClient)
        let isInOrder = flows[number].isNext(record.tcpSequence, ofClient: fromClient)
        if isInOrder, !flows[number].inspection.collects(ofClient: fromClient),
            record.payload.count == Int(record.payloadLength)
        {
            switch examine(bytes, record.payload, number, fromClient: fromClient, place) {
            case .done: return flows[number].inspection.finish(ofClient: fromClient)
            case .used(let count) where count == record.payload.count:
                return flows[number].noteStart(
                    record.tcpSequence &+ record.payloadLength, ofClient: fromClient)
            case .used, .more: break
            }
        }
        if !flows[number].inspection.collects(ofClient: fromClient) {
            flows[number].inspection.collect(ofClient: fromClient)
            if let start = flows[number].start(ofClient: fromClient) {
                _ = streams.add(
                    key, sequence: start &- 1, isSYN: true, bytes: bytes, range: ByteRange(start: 0, end: 0))
            }
        }
        let outcome = streams.add(
            key, sequence: record.tcpSequence, isSYN: false, bytes: bytes, range: record.payload,
            limit: StreamTable.standardPrefix)
        guard outcome != .waiting else { return }
        let prefix = streams.prefix(of: key)
        let verdict = examine(
            prefix.span.bytes, ByteRange(start: 0, end: prefix.count), number, fromClient: fromClient, place)
        switch verdict {
        case .used(let count) where outcome == .advanced: streams.consume(key, count)
        case .more where outcome == .advanced: break
        default:
            streams.remove(key)
            flows[number].inspection.finish(ofClient: fromClient)
        }
    }

    /// Looks at bytes that begin where the stream begins, or where the last message ended.
    private mutating func examine(
        _ bytes: borrowing RawSpan, _ range: ByteRange, _ number: Int, fromClient: Bool, _ place: Place
    ) -> StreamVerdict {
        switch flows[number].serverPort {
        case 53: return examineDNS(bytes, range, number, fromClient: fromClient, place)
        case 139, 445: return examineSMB(bytes, range, number, fromClient: fromClient, place)
        case 179: return examineBGP(bytes, range, number, fromClient: fromClient, place)
        default: break
        }
        return fromClient
            ? examineClient(bytes, range, number, place) : examineServer(bytes, range, number, place)
    }

    private mutating func examineClient(
        _ bytes: borrowing RawSpan, _ range: ByteRange, _ number: Int, _ place: Place
    ) -> StreamVerdict {
        switch TLSHandshakeStart.recognise(bytes, range) {
        case .undecided: return .more
        case .hello(.serverHello): return .done
        case .hello(.clientHello):
            guard let start = TLSHandshakeStart(bytes, range) else { return .done }
            if start.isIncomplete, !start.isBroken { return .more }
            let body = start.body.span.bytes
            if let hello = TLSClientHello(body, ByteRange(start: 0, end: body.byteCount)) {
                noteServerName(hello.serverName, .tls, number, place)
            }
            return .done
        case .otherProtocol: break
        }
        if let request = HTTPRequestHead(bytes, range) {
            if request.isIncomplete, request.host == nil { return .more }
            // What a proxy is asked for says nothing of the proxy.
            if !request.isToProxy { noteServerName(request.host, .http, number, place) }
            return .done
        }
        return isLater(number) ? passOver(range, number) : .done
    }

    /// What is looked for may come behind other data: TLS that the client asks for, or where some was passed over before.
    private func isLater(_ number: Int) -> Bool {
        Self.startsTLSLater(flows[number].serverPort) || flows[number].inspection.segments > 0
    }

    /// Goes on with the next segment, up to a limit.
    mutating func passOver(_ range: ByteRange, _ number: Int) -> StreamVerdict {
        flows[number].inspection.segments &+= 1
        return flows[number].inspection.segments < Self.largestSegmentCount ? .used(range.count) : .done
    }

    /// Protocols in which the client asks for TLS before it begins: FTP, SMTP, POP3, IMAP, LDAP, submission, MySQL, RDP,
    /// ManageSieve, XMPP, PostgreSQL. RFC 3207, 2595, 4217, 4511 §4.14, MS-RDPBCGR §5.4.5.1.
    private static func startsTLSLater(_ port: UInt16) -> Bool {
        switch port {
        case 21, 25, 110, 143, 389, 587, 3306, 3389, 4190, 5222, 5432: true
        default: false
        }
    }

    private mutating func examineServer(
        _ bytes: borrowing RawSpan, _ range: ByteRange, _ number: Int, _ place: Place
    ) -> StreamVerdict {
        switch TLSHandshakeStart.recognise(bytes, range) {
        case .undecided: return .more
        case .hello(.serverHello): return examineTLSServer(bytes, range, number, place)
        case .hello(.clientHello): return .done
        case .otherProtocol: break
        }
        guard SSHIdentification(bytes, range) != nil else {
            if let verdict = examineChallenge(bytes, range, number, place) { return verdict }
            return isLater(number) ? passOver(range, number) : .done
        }
        switch SSHKeyExchangeReply.find(bytes, range) {
        case .needsMore: return .more
        case .absent: return .done
        case .found(let reply):
            if let digest = SHA256Digest.of(bytes, reply.hostKey) {
                noteIdentity(.sshHostKey, digest, flows[number].server, flows[number].serverMAC, place)
            }
            return .done
        }
    }

    private mutating func examineDNS(
        _ bytes: borrowing RawSpan, _ range: ByteRange, _ number: Int, fromClient: Bool, _ place: Place
    ) -> StreamVerdict {
        guard let split = DNSStream.split(bytes, range) else { return .done }
        let exchange = DNSExchange(
            source: fromClient ? flows[number].client : flows[number].server,
            destination: fromClient ? flows[number].server : flows[number].client,
            isFromServer: !fromClient,
            sourceMAC: fromClient ? flows[number].clientMAC : flows[number].serverMAC)
        if !isRehearsing {
            for message in split.messages { observeDNS(message, exchange, bytes, place) }
        }
        return split.messages.isEmpty ? .more : .used(split.end - Int(range.start))
    }

    /// A server's names stand in the challenge of NTLM, a client's in its answer. MS-NLMP §2.2.1.
    private mutating func examineSMB(
        _ bytes: borrowing RawSpan, _ range: ByteRange, _ number: Int, fromClient: Bool, _ place: Place
    ) -> StreamVerdict {
        if let message = NTLMMessage.find(bytes, range) {
            if !fromClient, !noteComputer(message, number, place) { return .more }
            let name = fromClient ? message.workstation : message.serverNetBIOSName
            let mac = fromClient ? flows[number].clientMAC : flows[number].serverMAC
            let address = fromClient ? flows[number].client : flows[number].server
            if let name {
                claimName(name.lowercased(), mac, of: address, .nbns, place)
                return .done
            }
        }
        return passOver(range, number)
    }

    private mutating func examineBGP(
        _ bytes: borrowing RawSpan, _ range: ByteRange, _ number: Int, fromClient: Bool, _ place: Place
    ) -> StreamVerdict {
        guard let message = BGPMessage(bytes, range) else { return .done }
        if message.isIncomplete { return .more }
        let source = fromClient ? flows[number].client : flows[number].server
        let mac = fromClient ? flows[number].clientMAC : flows[number].serverMAC
        for family in message.families {
            noteRouting(.bgp, family, from: source, mac, group: message.autonomousSystem ?? 0, [], place)
        }
        return .done
    }
}
