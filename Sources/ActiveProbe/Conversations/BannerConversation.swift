import TrafficObservation

/// The first line that a mail server says by itself. RFC 5321 §4.2.
final class BannerConversation: Conversation {
    private let check: ProbeCheck
    private var text: [UInt8] = []
    private var began: Int64 = 0
    private var result: CheckFinding?

    init(_ check: ProbeCheck) { self.check = check }

    func begin(at now: Int64) -> ConversationStep {
        began = now
        return .wait
    }

    func receive(_ bytes: [UInt8], at now: Int64) -> ConversationStep {
        text += bytes.prefix(max(0, ProbeLimits.banner - text.count))
        guard text.contains(0x0a) || text.count >= ProbeLimits.banner else { return .wait }
        judge(now)
        return .done
    }

    func end(at now: Int64) -> Bool {
        if result == nil, !text.isEmpty { judge(now) }
        return result != nil
    }

    private func judge(_ now: Int64) {
        let line = text.prefix { $0 != 0x0a && $0 != 0x0d }
        let digits = line.prefix(3)
        let isCode = digits.count == 3 && digits.allSatisfy { (0x30...0x39).contains($0) }
        let code = isCode ? digits.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 0x30) } : nil
        result = CheckFinding(
            isOperational: code == 220, isMismatch: code == nil, milliseconds: now.milliseconds(since: began),
            value: code, detail: NetworkWords.line(line))
    }

    func finding(for check: ProbeCheck) -> CheckFinding? { check == self.check ? result : nil }
}
