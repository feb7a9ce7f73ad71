import TrafficObservation

/// What to send next, and whether that was all.
struct ConversationStep {
    var send: [UInt8] = []
    var isDone = false

    static let wait = ConversationStep()
    static let done = ConversationStep(isDone: true)
}

/// Something said over a stream of bytes: no sockets in it, so that it can be tried without any.
protocol Conversation: AnyObject {
    func begin(at now: Int64) -> ConversationStep
    func receive(_ bytes: [UInt8], at now: Int64) -> ConversationStep
    /// The other side has ended the stream; true: that is a proper end.
    func end(at now: Int64) -> Bool
    /// What it found, one for each of its checks; nil: the check was not reached.
    func finding(for check: ProbeCheck) -> CheckFinding?
    /// Keys that the other side showed.
    var identities: [FoundIdentity] { get }
    /// The web page that was read; nil: none, or not a web service.
    var page: WebPage? { get }
}

extension Conversation {
    var identities: [FoundIdentity] { [] }
    var page: WebPage? { nil }
}

/// What one check says when it was carried out.
struct CheckFinding: Codable, Equatable, Sendable {
    var isOperational: Bool
    var isMismatch = false
    var milliseconds: UInt32?
    var value: UInt32?
    var detail: String?
}

struct FoundIdentity: Codable, Equatable, Sendable {
    /// As `IdentityKind` writes it.
    var kind: String
    var value: String
}
