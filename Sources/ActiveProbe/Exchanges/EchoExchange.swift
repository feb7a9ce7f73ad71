import Glibc
import NetworkTypes
import TrafficObservation

/// One ICMP echo request of a given size, and its answer. RFC 792, RFC 4443 §4.
final class EchoExchange: Exchange {
    enum Ending: Equatable {
        case answered(milliseconds: UInt32)
        /// A router, or this machine, cannot pass so large a packet; the size that it can, 0 if not said.
        case tooBig(mtu: Int)
        case failed(ProbeOutcome, detail: String?)
    }

    static let headerSize = 8
    private let peer: PermittedAddress
    private let what: String
    private let message: [UInt8]
    private let isV6: Bool
    private var socket: ProbeSocket?
    private var sentAt: Int64 = 0
    private var left = 32
    private(set) var ending = Ending.failed(.notTried, detail: nil)

    /// - Parameter size: of the whole IP packet in bytes; at least the headers with 16 bytes of content.
    init(to peer: PermittedAddress, size: Int, what: String) {
        self.peer = peer
        self.what = what
        isV6 = peer.address.family == .ipv6
        message = EchoMessage.request(
            isV6: isV6, identifier: .random(in: 1 ... .max), sequence: .random(in: 1 ... .max),
            contentSize: max(16, size - (isV6 ? 40 : 20) - Self.headerSize))
    }

    func advance(_ event: ExchangeEvent, at now: Int64) -> ExchangeWait {
        switch event {
        case .begin:
            do throws(NetworkFailure) {
                let socket = try ProbeSocket(.echo, to: peer)
                try socket.connect()
                self.socket = socket
            } catch {
                return fail(error, isStarting: true)
            }
            return .pay(PacketCharge.echo, peer, what: what)
        case .paid:
            guard let socket else { return .done }
            do throws(NetworkFailure) {
                _ = try socket.send(message[...])
            } catch {
                if error.code == EMSGSIZE { return end(.tooBig(mtu: socket.pathMTU ?? 0)) }
                return fail(error, isStarting: true)
            }
            sentAt = now
            return wait(socket)
        case .deadline: return end(.failed(.timedOut, detail: nil))
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
                if EchoMessage.isReply(bytes, to: message, isV6: isV6, hasIPHeader: socket.isRaw && !isV6) {
                    return end(.answered(milliseconds: now.milliseconds(since: sentAt)))
                }
            } catch {
                return fail(error, isStarting: false)
            }
        }
        if events & Int16(POLLERR) != 0, let failure = socket.takeFailure() { return fail(failure, isStarting: false) }
        return left > 0 ? wait(socket) : end(.failed(.timedOut, detail: nil))
    }

    private func wait(_ socket: ProbeSocket) -> ExchangeWait {
        .socket(socket, events: Int16(POLLIN), until: sentAt.adding(milliseconds: ProbeLimits.answerTimeout))
    }

    private func fail(_ failure: NetworkFailure, isStarting: Bool) -> ExchangeWait {
        if failure.code == EMSGSIZE { return end(.tooBig(mtu: Int(failure.icmp?.mtu ?? 0))) }
        return end(.failed(failure.outcome(isStarting: isStarting), detail: failure.detail))
    }

    private func end(_ ending: Ending) -> ExchangeWait {
        self.ending = ending
        socket = nil
        return .done
    }
}
