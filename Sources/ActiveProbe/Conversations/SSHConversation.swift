import TrafficObservation

/// As much of SSH as shows the host key: identification, key exchange messages, and the reply that carries the key.
/// RFC 4253 §4.2, §7; RFC 5656 §4, RFC 8731. The exchange is never completed.
final class SSHConversation: Conversation {
    private enum Message {
        static let keyExchange: UInt8 = 20
        static let exchangeInit: UInt8 = 30
        static let exchangeReply: UInt8 = 31
    }
    private static let curve = "curve25519-sha256"

    private enum State { case banner, keyExchange, reply, done }
    private let check: ProbeCheck
    private var state = State.banner
    private var buffer: [UInt8] = []
    private var received = 0
    private var began: Int64 = 0
    private var result: CheckFinding?
    private(set) var identities: [FoundIdentity] = []

    init(_ check: ProbeCheck) { self.check = check }

    func begin(at now: Int64) -> ConversationStep {
        began = now
        return .wait
    }

    func receive(_ bytes: [UInt8], at now: Int64) -> ConversationStep {
        buffer += bytes
        received += bytes.count
        if state == .banner {
            guard let step = readBanner(now) else { return received > ProbeLimits.banner * 4 ? mismatch() : .wait }
            return step
        }
        while let packet = takePacket() {
            guard let type = packet.first else { return .done }
            if state == .keyExchange, type == Message.keyExchange {
                guard Self.offers(packet, Self.curve) else { return .done }
                state = .reply
                // Any 32 bytes are a public key of this curve; the shared secret is not needed.
                let key = (0..<32).map { _ in UInt8.random(in: 0...255) }
                return ConversationStep(send: Self.packet([Message.exchangeInit] + Self.string(key)))
            }
            if state == .reply, type == Message.exchangeReply {
                if let key = Self.firstString(packet.dropFirst()) {
                    identities = [FoundIdentity(kind: IdentityKind.sshHostKey.rawValue, value: SHA256Text.of(key))]
                }
                return .done
            }
        }
        return received > ProbeLimits.speech || state == .done ? .done : .wait
    }

    /// Whatever follows the banner only adds the key.
    func end(at now: Int64) -> Bool { result != nil }

    func finding(for check: ProbeCheck) -> CheckFinding? { check == self.check ? result : nil }

    // MARK: Parts

    /// Lines may come before the identification. RFC 4253 §4.2.
    private func readBanner(_ now: Int64) -> ConversationStep? {
        while let end = buffer.firstIndex(of: 0x0a) {
            let line = buffer[..<end].filter { $0 != 0x0d }
            buffer.removeFirst(end + 1)
            guard line.starts(with: Array("SSH-".utf8)) else { continue }
            let isTwo = line.starts(with: Array("SSH-2.0-".utf8)) || line.starts(with: Array("SSH-1.99-".utf8))
            result = CheckFinding(
                isOperational: true, milliseconds: now.milliseconds(since: began), detail: NetworkWords.line(line))
            guard isTwo else { return .done }
            state = .keyExchange
            return ConversationStep(send: Array("SSH-2.0-v6audit\r\n".utf8) + Self.packet(Self.keyExchangeInit()))
        }
        return nil
    }

    private func mismatch() -> ConversationStep {
        result = CheckFinding(isOperational: false, isMismatch: true, detail: NetworkWords.line(buffer.prefix(64)))
        return .done
    }

    /// The payload of the next whole packet; nil: not there yet. An absurd length ends everything.
    private func takePacket() -> [UInt8]? {
        guard buffer.count >= 5 else { return nil }
        let length = buffer[..<4].reduce(0) { $0 << 8 | Int($1) }
        let padding = Int(buffer[4])
        guard length >= 2, length <= 35_000, padding < length else {
            state = .done
            return nil
        }
        guard buffer.count >= 4 + length else { return nil }
        let payload = Array(buffer[5..<(4 + length - padding)])
        buffer.removeFirst(4 + length)
        return payload
    }

    private static func offers(_ packet: [UInt8], _ name: String) -> Bool {
        // Type, cookie of 16 bytes, then the list of exchanges.
        guard let list = firstString(packet.dropFirst(17)) else { return false }
        return String(decoding: list, as: UTF8.self).split(separator: ",").contains { $0 == name }
    }

    private static func firstString(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard bytes.count >= 4 else { return nil }
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard length <= bytes.count - 4 else { return nil }
        return Array(bytes.dropFirst(4).prefix(length))
    }

    private static func string(_ bytes: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: bytes.count).bigEndian) { Array($0) } + bytes
    }

    private static func keyExchangeInit() -> [UInt8] {
        let ciphers =
            "aes128-ctr,aes256-ctr,chacha20-poly1305@openssh.com,aes128-gcm@openssh.com,aes256-gcm@openssh.com"
        let codes = "hmac-sha2-256,hmac-sha2-512,hmac-sha1"
        let lists = [
            curve, "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,rsa-sha2-512,rsa-sha2-256,ssh-rsa",
            ciphers, ciphers, codes, codes, "none", "none", "", "",
        ]
        let cookie = (0..<16).map { _ in UInt8.random(in: 0...255) }
        return [Message.keyExchange] + cookie + lists.flatMap { string(Array($0.utf8)) } + [0, 0, 0, 0, 0]
    }

    /// Length, padding to a multiple of 8 with at least 4 bytes. RFC 4253 §6.
    private static func packet(_ payload: [UInt8]) -> [UInt8] {
        let padding = 8 - (payload.count + 5) % 8 + ((payload.count + 5) % 8 > 4 ? 8 : 0)
        let length = UInt32(truncatingIfNeeded: payload.count + padding + 1)
        return withUnsafeBytes(of: length.bigEndian) { Array($0) } + [UInt8(padding)] + payload
            + [UInt8](repeating: 0, count: padding)
    }
}
