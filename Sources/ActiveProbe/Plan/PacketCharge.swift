import TrafficObservation

/// The most packets of ours that one step can cause, charged before it is taken. Every socket is set so that these hold:
/// one SYN is repeated once (TCP_SYNCNT 1), the window is small, the end is one RST.
enum PacketCharge {
    /// Three solicitations of the neighbour, and one answer to its own. RFC 4861 §10, RFC 1122 §2.3.2.1.
    static let neighbour = 4
    static let echo = neighbour + 1
    /// The neighbour, SYN twice, ACK and RST.
    static let connect = neighbour + 4
    /// One request with four repetitions within the time for an answer, or the acknowledgements of one window, and one
    /// more for a late packet.
    static let request = 6
    /// Acknowledgements of one window.
    static let read = 4
    /// A datagram with its neighbour, and one ICMP error for an answer that comes too late.
    static let datagram = neighbour + 2
    /// The dearest step.
    static let largest = 8

    private static let connection = connect + read
    private static let tls = request * 2
    private static let page = (ProbeLimits.page + ProbeLimits.pageHead) / ProbeLimits.window * read + request

    /// The most that one check can cause when its connection stands; the connection belongs to the check `tcp`.
    static func most(for check: ProbeCheck, isFirst: Bool) -> Int {
        let opening = isFirst ? connection : 0
        switch check.kind {
        case .icmpEcho: return echo
        case .pathMTU: return echo * ProbeLimits.pathMTUSteps
        case .tcp: return connection
        case .tls: return opening + tls
        case .http, .https:
            let redirect = connection + tls + request + ProbeLimits.pageHead / ProbeLimits.window * read
            return opening + page + redirect * ProbeLimits.redirects
        case .smtp: return opening + read
        case .ssh: return opening + request * 2 + ProbeLimits.speech / ProbeLimits.window * read
        // Over UDP with and without EDNS, then over TCP where the answer is cut.
        case .dns: return opening + datagram * 2 + connection + request + ProbeLimits.speech / ProbeLimits.window * read
        case .ntp: return datagram
        }
    }

    /// Names: A, AAAA, NS, MX and the pointers of what was found.
    static func most(forQuestions count: Int) -> Int { count * most(for: ProbeCheck(.dns, port: 53), isFirst: false) }
}
