import TrafficObservation

/// One request for the first page of a web service. RFC 9112.
final class WebConversation: Conversation {
    private let check: ProbeCheck
    private let request: [UInt8]
    private var head: [UInt8] = []
    private var answer: WebHead?
    private var body: WebBody?
    private var began: Int64 = 0
    private var result: CheckFinding?
    private(set) var page: WebPage?

    /// - Parameters:
    ///   - host: for the field Host, with the port where it is not the scheme's own.
    ///   - path: begins with a slash.
    init(_ check: ProbeCheck, host: String, path: String) {
        self.check = check
        request = Array(
            """
            GET \(path) HTTP/1.1\r
            Host: \(host)\r
            User-Agent: v6audit\r
            Accept: text/html, */*\r
            Accept-Encoding: identity\r
            Connection: close\r
            \r\n
            """.utf8)
    }

    /// Where the answer sends a browser; nil: nowhere.
    var redirect: String? {
        guard let answer, (300...399).contains(answer.status) else { return nil }
        return answer.location
    }

    func begin(at now: Int64) -> ConversationStep {
        began = now
        return ConversationStep(send: request)
    }

    func receive(_ bytes: [UInt8], at now: Int64) -> ConversationStep {
        if result == nil { return receiveHead(bytes, now) }
        guard var body else { return .done }
        body.append(bytes)
        self.body = body
        return body.isComplete ? finish() : .wait
    }

    private func receiveHead(_ bytes: [UInt8], _ now: Int64) -> ConversationStep {
        head += bytes
        guard head.starts(with: Array("HTTP/".utf8).prefix(head.count)) else { return mismatch() }
        guard let end = WebHead.end(of: head) else {
            return head.count > ProbeLimits.pageHead ? mismatch() : .wait
        }
        guard let answer = WebHead(head[..<end]) else { return mismatch() }
        self.answer = answer
        result = CheckFinding(
            // A server that fails does not do its work.
            isOperational: answer.status < 500, milliseconds: now.milliseconds(since: began), value: answer.status,
            detail: redirect.map(NetworkWords.line))
        if redirect != nil || answer.hasNoBody { return finish() }
        var body = WebBody(answer)
        body.append(Array(head[end...]))
        self.body = body
        return body.isComplete ? finish() : .wait
    }

    private func finish() -> ConversationStep {
        if let answer { page = WebPage(status: answer.status, body: body?.content ?? []) }
        body = nil
        return .done
    }

    private func mismatch() -> ConversationStep {
        result = CheckFinding(isOperational: false, isMismatch: true, detail: NetworkWords.line(head.prefix(64)))
        return .done
    }

    func end(at now: Int64) -> Bool {
        guard let body else { return result != nil }
        // Without a length the end of the stream is the end of the page.
        guard body.endsWithStream else { return false }
        _ = finish()
        return true
    }

    func finding(for check: ProbeCheck) -> CheckFinding? { check == self.check ? result : nil }
}
