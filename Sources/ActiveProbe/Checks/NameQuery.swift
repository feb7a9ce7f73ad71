import NetworkTypes
import TrafficObservation

/// One question until it is answered: over UDP with EDNS, without EDNS where the server does not know it, over TCP where
/// the answer is cut. RFC 6891 §7, RFC 7766 §5.
final class NameQuery: ExchangeSeries {
    private let peer: PermittedAddress
    private let port: UInt16
    private let what: String
    private var question: NameMessage.Question
    var current: (any Exchange)?
    private var request: [UInt8] = []
    private(set) var answer: NameMessage.Answer?
    private(set) var milliseconds: UInt32?
    private(set) var outcome = ProbeOutcome.notTried
    private(set) var detail: String?
    private(set) var transport = "udp"

    init(_ name: String, _ kind: NameMessage.Question.Kind, to peer: PermittedAddress, port: UInt16 = 53) {
        self.peer = peer
        self.port = port
        question = NameMessage.Question(name: name, kind: kind, identifier: .random(in: 0 ... .max))
        what = "dns/\(port) \(name) \(kind)"
    }

    func next() -> (any Exchange)? {
        switch current {
        case nil: return datagram()
        case let exchange as DatagramExchange: return take(exchange.ending)
        case let exchange as StreamExchange: finish(exchange)
        default: break
        }
        return nil
    }

    private func datagram() -> DatagramExchange? {
        guard let bytes = NameMessage.bytes(of: question) else { return nil }
        request = bytes
        return DatagramExchange(to: peer, port: port, request: bytes, what: what) {
            NameMessage.isAnswer($0, to: bytes)
        }
    }

    private var conversation: NameConversation?

    private func take(_ ending: DatagramExchange.Ending) -> (any Exchange)? {
        switch ending {
        case .failed(let outcome, let detail):
            self.outcome = outcome
            self.detail = detail
            return nil
        case .answered(let bytes, let milliseconds):
            self.milliseconds = milliseconds
            guard let answer = NameMessage.answer(bytes) else {
                outcome = .mismatch
                return nil
            }
            // FORMERR and NOTIMP.
            if question.hasEDNS, answer.code == 1 || answer.code == 4 {
                question.hasEDNS = false
                question.identifier = .random(in: 0 ... .max)
                return datagram()
            }
            self.answer = answer
            outcome = .answered
            guard answer.isTruncated else { return nil }
            let conversation = NameConversation(ProbeCheck(.dns, port: port), request: request)
            self.conversation = conversation
            transport = "tcp"
            return StreamExchange(to: peer, port: port, what: what + " tcp", conversation: conversation)
        }
    }

    /// A cut answer is better than none.
    private func finish(_ exchange: StreamExchange) {
        if let whole = conversation?.answer { answer = whole } else { detail = "truncated" }
    }
}
