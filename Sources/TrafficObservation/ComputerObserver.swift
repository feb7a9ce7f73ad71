import PacketDecode

/// A server's machine by both its names, in the challenge of NTLM that it sends. MS-NLMP §2.2.2.1.
extension TrafficObserver {
    /// False where more of the stream may bring the names.
    mutating func noteComputer(_ message: NTLMMessage, _ number: Int, _ place: Place) -> Bool {
        guard message.type == 2 else { return true }
        guard let name = message.serverNetBIOSName, let dnsName = message.serverDNSName else {
            return !message.isIncomplete
        }
        noteIdentity(
            .computerName, "\(name)|\(dnsName)".lowercased(), flows[number].server, flows[number].serverMAC, place)
        return true
    }

    /// An answer of HTTP that wants the client to say who it is, or one of DCE/RPC to a client's first message; nil where
    /// neither begins here. RFC 4559 §4, C706 §12.6.4.4.
    mutating func examineChallenge(
        _ bytes: borrowing RawSpan, _ range: ByteRange, _ number: Int, _ place: Place
    ) -> StreamVerdict? {
        let message: NTLMMessage?
        if let status = HTTPStatusLine.status(bytes, range) {
            guard status == 401 || status == 407 else { return .done }
            message = NTLMMessage.find(bytes, range)
            // The first answer names the method only.
            if message == nil { return passOver(range, number) }
        } else {
            message = NTLMMessage.findInBindAnswer(bytes, range)
        }
        return message.map { noteComputer($0, number, place) ? .done : .more }
    }
}
