import NetworkTypes
import TrafficObservation

/// What one server says about one name: A and AAAA, for a domain NS and MX, and the names that its addresses point to.
final class NameProbe: CheckRun, ExchangeSeries {
    private static let mostPointers = 4

    private enum Question {
        case name(NameMessage.Question.Kind)
        case pointer(IPAddress)
    }

    private let name: String
    private let peer: PermittedAddress
    private let context: CheckContext
    private var questions: [Question]
    private var asked: Question?
    private var hasPointers = false
    private var names = ActionReport.Names()
    private var lastOutcome = ProbeOutcome.notTried
    private var lastDetail: String?
    private var addresses: [IPAddress] = []
    var current: (any Exchange)?

    static func mostQuestions(_ isDomain: Bool) -> Int { (isDomain ? 4 : 2) + mostPointers }

    init(_ action: ProbeAction, to peer: PermittedAddress, _ context: CheckContext) {
        name = action.name ?? ""
        self.peer = peer
        self.context = context
        questions = [.name(.a), .name(.aaaa)]
        if case .resolve(isDomain: true) = action.task { questions += [.name(.ns), .name(.mx)] }
        questions.reverse()
    }

    var report: ActionReport {
        var report = ActionReport()
        report.names = names
        if !names.isAAnswered, !names.isAAAAAnswered {
            report.layers = [.init(ProbeCheck(.dns, port: 53), .assigned, lastOutcome, detail: lastDetail)]
        }
        return report
    }

    func next() -> (any Exchange)? {
        if let query = current as? NameQuery, let asked { take(query, asked) }
        if questions.isEmpty, !hasPointers {
            hasPointers = true
            questions = addresses.filter(context.allowsPointer).prefix(Self.mostPointers).map { .pointer($0) }
        }
        guard let question = questions.popLast() else { return nil }
        asked = question
        switch question {
        case .name(let kind): return NameQuery(name, kind, to: peer)
        case .pointer(let address): return NameQuery(NameMessage.reverseName(of: address), .ptr, to: peer)
        }
    }

    private func take(_ query: NameQuery, _ question: Question) {
        lastOutcome = query.outcome
        lastDetail = query.detail
        // A server that fails has not said that there is nothing.
        guard let answer = query.answer, answer.code == 0 || answer.code == 3 else {
            if let code = query.answer?.code { lastDetail = "rcode/\(code)" }
            // One that is silent about the first question is not asked three more.
            if case .name(.a) = question, query.answer == nil { questions = [] }
            return
        }
        switch question {
        case .name(.a):
            names.isAAnswered = true
            let found = answer.a.prefix(ProbeLimits.addressesOfName)
            names.a = Set(found).sorted().map(\.description)
            addresses += Set(found).sorted().map { IPAddress($0) }
        case .name(.aaaa):
            names.isAAAAAnswered = true
            let found = answer.aaaa.prefix(ProbeLimits.addressesOfName)
            names.aaaa = Set(found).sorted().map(\.description)
            addresses += Set(found).sorted().map { IPAddress($0) }
        case .name(.ns): names.nameServers = Set(answer.nameServers).sorted()
        case .name(.mx):
            names.mailServers = Set(answer.mailServers).sorted()
            names.hasNullMX = answer.hasNullMX
        case .name: break
        case .pointer(let address):
            names.pointers += answer.pointers.prefix(ProbeLimits.addressesOfName).map { ["\(address)", $0] }
        }
    }
}
