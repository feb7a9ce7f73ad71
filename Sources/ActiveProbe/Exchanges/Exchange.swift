import Glibc
import NetworkTypes
import TrafficObservation

/// What an exchange waits for.
enum ExchangeWait {
    /// Permission to cause so many packets to an address; `what` goes to the log, nil: only acknowledgements.
    case pay(Int, PermittedAddress, what: String?)
    /// A socket, until a time on the monotonic clock.
    case socket(ProbeSocket, events: Int16, until: Int64)
    case done
}

enum ExchangeEvent: Equatable {
    case begin
    case paid
    /// `revents` of poll.
    case ready(Int16)
    case deadline
}

/// Something that is said to one machine and waited for: a small state machine that never blocks.
protocol Exchange: AnyObject {
    func advance(_ event: ExchangeEvent, at now: Int64) -> ExchangeWait
}

/// Exchanges one after the other, each chosen by what the one before brought.
protocol ExchangeSeries: Exchange {
    var current: (any Exchange)? { get set }
    /// The one to begin now; nil: all is done.
    func next() -> (any Exchange)?
}

extension ExchangeSeries {
    func advance(_ event: ExchangeEvent, at now: Int64) -> ExchangeWait {
        var event = event
        if current == nil { current = next() }
        while let exchange = current {
            let wait = exchange.advance(event, at: now)
            guard case .done = wait else { return wait }
            current = next()
            event = .begin
        }
        return .done
    }
}

extension Int64 {
    /// Nanoseconds later by milliseconds.
    func adding(milliseconds: Int) -> Int64 { self &+ Int64(milliseconds) &* 1_000_000 }

    /// Whole milliseconds from an earlier moment, rounded to the nearest, at least 0.
    func milliseconds(since earlier: Int64) -> UInt32 {
        UInt32(clamping: Swift.max(0, (self &- earlier &+ 500_000) / 1_000_000))
    }
}
