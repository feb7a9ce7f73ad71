import Glibc
import NetworkTypes
import TrafficObservation

/// One UDP datagram, and the answer that fits it.
final class DatagramExchange: Exchange {
    enum Ending: Equatable {
        case answered([UInt8], milliseconds: UInt32)
        case failed(ProbeOutcome, detail: String?)
    }

    private let peer: PermittedAddress
    private let port: UInt16
    private let request: [UInt8]
    private let what: String
    private let fits: ([UInt8]) -> Bool
    private var socket: ProbeSocket?
    private var sentAt: Int64 = 0
    private(set) var ending = Ending.failed(.notTried, detail: nil)
    /// Datagrams that are looked at before the answer is given up.
    private var left = 16

    /// - Parameter fits: whether a datagram answers the request.
    init(
        to peer: PermittedAddress, port: UInt16, request: [UInt8], what: String, fits: @escaping ([UInt8]) -> Bool
    ) {
        self.peer = peer
        self.port = port
        self.request = request
        self.what = what
        self.fits = fits
    }

    func advance(_ event: ExchangeEvent, at now: Int64) -> ExchangeWait {
        switch event {
        case .begin:
            do throws(NetworkFailure) {
                let socket = try ProbeSocket(.udp, to: peer, port: port)
                try socket.connect()
                self.socket = socket
            } catch {
                return fail(error, isStarting: true)
            }
            return .pay(PacketCharge.datagram, peer, what: what)
        case .paid:
            guard let socket else { return .done }
            do throws(NetworkFailure) {
                _ = try socket.send(request[...])
            } catch {
                return fail(error, isStarting: true)
            }
            sentAt = now
            return wait(socket)
        case .deadline:
            return end(.failed(.timedOut, detail: nil))
        case .ready(let events):
            guard let socket else { return .done }
            return receive(socket, events, now)
        }
    }

    private func receive(_ socket: ProbeSocket, _ events: Int16, _ now: Int64) -> ExchangeWait {
        while left > 0 {
            left -= 1
            do throws(NetworkFailure) {
                guard let bytes = try socket.receive(ProbeLimits.speech) else { break }
                if fits(bytes) { return end(.answered(bytes, milliseconds: now.milliseconds(since: sentAt))) }
            } catch {
                return fail(error, isStarting: false)
            }
        }
        if events & Int16(POLLERR) != 0, let failure = socket.takeFailure() { return fail(failure, isStarting: false) }
        return left > 0 ? wait(socket) : end(.failed(.mismatch, detail: nil))
    }

    private func wait(_ socket: ProbeSocket) -> ExchangeWait {
        .socket(socket, events: Int16(POLLIN), until: sentAt.adding(milliseconds: ProbeLimits.answerTimeout))
    }

    private func fail(_ failure: NetworkFailure, isStarting: Bool) -> ExchangeWait {
        end(.failed(failure.outcome(isStarting: isStarting), detail: failure.detail))
    }

    private func end(_ ending: Ending) -> ExchangeWait {
        self.ending = ending
        socket = nil
        return .done
    }
}
