import Glibc
import NetworkTypes
import TrafficObservation

/// One TCP connection, and a conversation over it.
final class StreamExchange: Exchange {
    enum Ending: Equatable {
        /// The conversation came to its end.
        case finished
        /// Before the connection stood.
        case notConnected(ProbeOutcome, detail: String?)
        /// After it: `timedOut`, or `mismatch` where the other side ended it.
        case broken(ProbeOutcome, detail: String?)
    }

    private enum State { case connecting, sending, receiving }

    let peer: PermittedAddress
    private let port: UInt16
    private let what: String
    private let conversation: (any Conversation)?
    private var socket: ProbeSocket?
    private var state = State.connecting
    private var connectAt: Int64 = 0
    /// When the current wait began, and the nanoseconds of all before it.
    private var waitBegan: Int64 = 0
    private var waited: Int64 = 0
    private var outgoing: ArraySlice<UInt8> = []
    private var isOver = false
    /// What was paid for covers so many reads.
    private var paidReads = 0
    private(set) var connectMilliseconds: UInt32?
    private(set) var ending = Ending.notConnected(.notTried, detail: nil)

    /// - Parameter conversation: nil: connecting is all.
    init(to peer: PermittedAddress, port: UInt16, what: String, conversation: (any Conversation)?) {
        self.peer = peer
        self.port = port
        self.what = what
        self.conversation = conversation
    }

    func advance(_ event: ExchangeEvent, at now: Int64) -> ExchangeWait {
        if waitBegan != 0 {
            waited &+= max(0, now &- waitBegan)
            waitBegan = 0
        }
        switch event {
        case .begin: return .pay(PacketCharge.connect, peer, what: what)
        case .paid: return state == .connecting ? connect(now) : proceed(now)
        case .deadline:
            return connectMilliseconds == nil
                ? end(.notConnected(.timedOut, detail: nil)) : end(.broken(.timedOut, detail: nil))
        case .ready: return proceed(now)
        }
    }

    private func connect(_ now: Int64) -> ExchangeWait {
        do throws(NetworkFailure) {
            let socket = try ProbeSocket(.tcp, to: peer, port: port)
            connectAt = now
            try socket.connect()
            self.socket = socket
            return wait(socket, POLLOUT, now, ProbeLimits.connectTimeout)
        } catch {
            return end(.notConnected(error.outcome(isStarting: true), detail: error.detail))
        }
    }

    private func proceed(_ now: Int64) -> ExchangeWait {
        guard let socket else { return .done }
        switch state {
        case .connecting:
            if let failure = socket.takeFailure() {
                return end(.notConnected(failure.outcome(isStarting: false), detail: failure.detail))
            }
            connectMilliseconds = now.milliseconds(since: connectAt)
            guard let conversation else { return end(.finished) }
            return take(conversation.begin(at: now), now)
        case .sending: return send(socket, now)
        case .receiving: return receive(socket, now)
        }
    }

    /// Does what the conversation wants.
    private func take(_ step: ConversationStep, _ now: Int64) -> ExchangeWait {
        isOver = step.isDone
        if step.send.isEmpty {
            if isOver { return end(.finished) }
            state = .receiving
            // Whoever waits for the other to begin pays for its words.
            if paidReads == 0 {
                paidReads = 1
                return .pay(PacketCharge.read, peer, what: nil)
            }
            return proceed(now)
        }
        outgoing = step.send[...]
        state = .sending
        paidReads = 1
        return .pay(PacketCharge.request, peer, what: nil)
    }

    private func send(_ socket: ProbeSocket, _ now: Int64) -> ExchangeWait {
        while !outgoing.isEmpty {
            do throws(NetworkFailure) {
                guard let count = try socket.send(outgoing) else {
                    return wait(socket, POLLOUT, now, ProbeLimits.answerTimeout)
                }
                outgoing = outgoing.dropFirst(count)
            } catch {
                return end(.broken(.mismatch, detail: error.detail))
            }
        }
        if isOver { return end(.finished) }
        state = .receiving
        return receive(socket, now)
    }

    private func receive(_ socket: ProbeSocket, _ now: Int64) -> ExchangeWait {
        guard let conversation else { return end(.finished) }
        if paidReads == 0 {
            paidReads = 1
            return .pay(PacketCharge.read, peer, what: nil)
        }
        do throws(NetworkFailure) {
            guard let bytes = try socket.receive(ProbeLimits.window) else {
                return wait(socket, POLLIN, now, ProbeLimits.answerTimeout)
            }
            paidReads = 0
            if bytes.isEmpty {
                return conversation.end(at: now) ? end(.finished) : end(.broken(.mismatch, detail: "closed"))
            }
            return take(conversation.receive(bytes, at: now), now)
        } catch {
            return end(.broken(.mismatch, detail: error.detail))
        }
    }

    private func wait(_ socket: ProbeSocket, _ events: Int32, _ now: Int64, _ milliseconds: Int) -> ExchangeWait {
        waitBegan = now
        let left = Int64(ProbeLimits.actionTimeout) &* 1_000_000 &- waited
        let until = min(now.adding(milliseconds: milliseconds), now &+ max(left, 0))
        return .socket(socket, events: Int16(events), until: until)
    }

    private func end(_ ending: Ending) -> ExchangeWait {
        self.ending = ending
        socket = nil
        return .done
    }
}
