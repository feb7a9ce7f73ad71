import CSSL
import TrafficObservation

/// A TLS handshake over memory, and what is said inside it. Nothing is refused: what is wrong with a certificate is a
/// finding.
final class TLSConversation: Conversation {
    private let check: ProbeCheck
    private let name: String?
    private let inner: (any Conversation)?
    private let connection: OpaquePointer?
    private let incoming: OpaquePointer?
    private let outgoing: OpaquePointer?
    private var began: Int64 = 0
    private var isEstablished = false
    private var result: CheckFinding?
    private(set) var identities: [FoundIdentity] = []

    private enum Control {
        /// SSL_CTRL_SET_TLSEXT_HOSTNAME and SSL_CTRL_SET_MIN_PROTO_VERSION, whose macros Swift does not see.
        static let serverName: Int32 = 55
        static let oldestVersion: Int32 = 123
    }

    /// Shared by all; settings only, no sessions.
    private nonisolated(unsafe) static let context: OpaquePointer? = {
        let context = SSL_CTX_new(TLS_client_method())
        // Old devices are asked as they are: their version is the finding.
        SSL_CTX_set_security_level(context, 0)
        SSL_CTX_ctrl(context, Control.oldestVersion, 0x0301, nil)
        SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nil)
        return context
    }()

    /// - Parameter name: for the extension server_name; nil: none is sent.
    init(_ check: ProbeCheck, name: String?, inner: (any Conversation)?) {
        self.check = check
        self.name = name
        self.inner = inner
        connection = SSL_new(Self.context)
        incoming = BIO_new(BIO_s_mem())
        outgoing = BIO_new(BIO_s_mem())
        guard let connection else { return }
        // The connection frees both.
        SSL_set_bio(connection, incoming, outgoing)
        SSL_set_connect_state(connection)
        if let name {
            name.withCString { text in
                _ = SSL_ctrl(connection, Control.serverName, 0, UnsafeMutableRawPointer(mutating: text))
            }
        }
    }

    deinit { SSL_free(connection) }

    var page: WebPage? { inner?.page }

    func begin(at now: Int64) -> ConversationStep {
        began = now
        return shakeHands(now)
    }

    func receive(_ bytes: [UInt8], at now: Int64) -> ConversationStep {
        BIO_write(incoming, bytes, Int32(clamping: bytes.count))
        return isEstablished ? readInner(now) : shakeHands(now)
    }

    private func shakeHands(_ now: Int64) -> ConversationStep {
        ERR_clear_error()
        let status = SSL_do_handshake(connection)
        if status == 1 {
            isEstablished = true
            examine(now)
            guard let inner else { return ConversationStep(send: takeOutgoing(), isDone: true) }
            let step = write(inner.begin(at: now))
            // The first words of the other side may have come with the handshake.
            guard !step.isDone, BIO_ctrl_pending(incoming) > 0 else { return step }
            return readInner(now, already: step.send)
        }
        let error = SSL_get_error(connection, status)
        if error == SSL_ERROR_WANT_READ { return ConversationStep(send: takeOutgoing()) }
        let reason = ERR_reason_error_string(ERR_peek_error()).map { String(cString: $0) } ?? "tls"
        result = CheckFinding(isOperational: false, isMismatch: true, detail: NetworkWords.line(reason))
        return ConversationStep(isDone: true)
    }

    private func examine(_ now: Int64) {
        var remarks: [String] = []
        if let certificate = SSL_get1_peer_certificate(connection) {
            defer { X509_free(certificate) }
            let names = CertificateNames(Self.encoded { i2d_X509(certificate, $0) })
            if let name, !names.cover(name) { remarks.append("name-mismatch") }
            if X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0 { remarks.append("expired") }
            if X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0 { remarks.append("not-yet-valid") }
            let key = Self.encoded { i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), $0) }
            // A certificate for many machines tells none of them apart.
            if !names.hasWildcard, !key.isEmpty {
                identities = [FoundIdentity(kind: IdentityKind.tlsKey.rawValue, value: SHA256Text.of(key))]
            }
        } else {
            remarks.append("no-certificate")
        }
        result = CheckFinding(
            isOperational: true, milliseconds: now.milliseconds(since: began),
            value: UInt32(clamping: SSL_version(connection)),
            detail: remarks.isEmpty ? nil : remarks.joined(separator: " "))
    }

    private static func encoded(
        _ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> Int32
    ) -> [UInt8] {
        var output: UnsafeMutablePointer<UInt8>?
        let count = encode(&output)
        guard let start = output, count > 0 else { return [] }
        defer { CRYPTO_free(start, "", 0) }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    // MARK: What is said inside

    private func readInner(_ now: Int64, already: [UInt8] = []) -> ConversationStep {
        var result = ConversationStep(send: already)
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while !result.isDone {
            let count = SSL_read(connection, &buffer, Int32(buffer.count))
            if count > 0 {
                let step = write(inner?.receive(Array(buffer.prefix(Int(count))), at: now) ?? .done)
                result.send += step.send
                result.isDone = step.isDone
            } else {
                let error = SSL_get_error(connection, count)
                result.send += takeOutgoing()
                guard error == SSL_ERROR_WANT_READ else {
                    _ = inner?.end(at: now)
                    result.isDone = true
                    break
                }
                break
            }
        }
        return result
    }

    private func write(_ step: ConversationStep) -> ConversationStep {
        if !step.send.isEmpty { SSL_write(connection, step.send, Int32(clamping: step.send.count)) }
        return ConversationStep(send: step.isDone ? [] : takeOutgoing(), isDone: step.isDone)
    }

    private func takeOutgoing() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: min(BIO_ctrl_pending(outgoing), ProbeLimits.speech))
        guard !bytes.isEmpty else { return [] }
        let count = BIO_read(outgoing, &bytes, Int32(clamping: bytes.count))
        return Array(bytes.prefix(Int(max(0, count))))
    }

    func end(at now: Int64) -> Bool {
        guard isEstablished else { return false }
        return inner?.end(at: now) ?? true
    }

    func finding(for check: ProbeCheck) -> CheckFinding? {
        check == self.check ? result : inner?.finding(for: check)
    }
}
