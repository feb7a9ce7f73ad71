import TrafficObservation

/// One question over TCP. RFC 7766 §8: two bytes of length go before each message.
final class NameConversation: Conversation {
    private let check: ProbeCheck
    private let request: [UInt8]
    private var buffer: [UInt8] = []
    private var began: Int64 = 0
    private(set) var answer: NameMessage.Answer?
    private var result: CheckFinding?

    init(_ check: ProbeCheck, request: [UInt8]) {
        self.check = check
        self.request = request
    }

    func begin(at now: Int64) -> ConversationStep {
        began = now
        let count = request.count
        return ConversationStep(
            send: [UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count)] + request)
    }

    func receive(_ bytes: [UInt8], at now: Int64) -> ConversationStep {
        buffer += bytes
        guard buffer.count >= 2 else { return .wait }
        let length = Int(buffer[0]) << 8 | Int(buffer[1])
        guard buffer.count >= 2 + length else { return .wait }
        let message = Array(buffer[2..<(2 + length)])
        if NameMessage.isAnswer(message, to: request), let answer = NameMessage.answer(message) {
            self.answer = answer
            result = .nameAnswer(answer, now.milliseconds(since: began), over: "tcp")
        } else {
            result = CheckFinding(isOperational: false, isMismatch: true, detail: "tcp")
        }
        return .done
    }

    func end(at now: Int64) -> Bool { result != nil }

    func finding(for check: ProbeCheck) -> CheckFinding? { check == self.check ? result : nil }
}

extension CheckFinding {
    /// NOERROR and NXDOMAIN are a server's work, everything else says that it does not work for us.
    static func nameAnswer(_ answer: NameMessage.Answer, _ milliseconds: UInt32, over transport: String) -> CheckFinding
    {
        CheckFinding(
            isOperational: answer.code == 0 || answer.code == 3, milliseconds: milliseconds, value: answer.code,
            detail: transport)
    }
}
