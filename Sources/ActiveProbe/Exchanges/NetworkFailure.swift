import Glibc
import NetworkTypes
import TrafficObservation

/// Why a socket did not do what it was asked: the error number, and the ICMP error behind it where there was one.
struct NetworkFailure: Error, Equatable {
    var code: Int32
    /// From the error queue; nil: the error has no ICMP message behind it.
    var icmp: ICMP?

    struct ICMP: Equatable {
        var family: AddressFamily
        var type: UInt8
        var code: UInt8
        /// The next hop's MTU of "packet too big"; 0: none.
        var mtu: UInt32
        /// Who sent it; nil: not said.
        var offender: IPAddress?
    }

    init(_ code: Int32, icmp: ICMP? = nil) {
        self.code = code
        self.icmp = icmp
    }

    /// Prohibition by a filter. RFC 792 and RFC 1812 §5.2.7.1 (codes 9, 10, 13), RFC 4443 §3.1 (codes 1, 5, 6).
    private var isProhibited: Bool {
        guard let icmp else { return false }
        switch icmp.family {
        case .ipv4: return icmp.type == 3 && [9, 10, 13].contains(icmp.code)
        case .ipv6: return icmp.type == 1 && [1, 5, 6].contains(icmp.code)
        }
    }

    private var isPortUnreachable: Bool {
        guard let icmp else { return false }
        return icmp.family == .ipv4 ? icmp.type == 3 && icmp.code == 3 : icmp.type == 1 && icmp.code == 4
    }

    /// Whether the error came before anything was sent.
    ///
    /// - Parameter isStarting: it came out of the call that opens or sends, not later.
    func outcome(isStarting: Bool) -> ProbeOutcome {
        if isProhibited { return .prohibited }
        if isPortUnreachable { return .refused }
        switch code {
        case ECONNREFUSED, ECONNRESET, EPIPE: return .refused
        case ETIMEDOUT: return .timedOut
        case ENETUNREACH, EADDRNOTAVAIL, EAFNOSUPPORT, EMFILE, ENFILE, ENOBUFS, ENOMEM, EPERM, EACCES:
            return isStarting || icmp == nil ? .notTried : .unreachable
        default: return .unreachable
        }
    }

    /// Nothing came back, as the system says it of a connection.
    static let noAnswer = "no-answer"
    private static let noNeighbour = "no-neighbour"

    /// Whether a detail means that no machine has the address. RFC 792 (3/1), RFC 4443 §3.1 (1/3).
    static func saysNobodyThere(_ detail: String) -> Bool {
        detail == noNeighbour || detail.hasPrefix("icmp/3/1 ") || detail.hasPrefix("icmpv6/1/3 ")
    }

    /// A short code, such as `icmp/3/13 192.0.2.1` or `no-neighbour`.
    var detail: String {
        if let icmp {
            let name = icmp.family == .ipv4 ? "icmp" : "icmpv6"
            return "\(name)/\(icmp.type)/\(icmp.code)" + (icmp.offender.map { " \($0)" } ?? "")
        }
        switch code {
        case ECONNREFUSED: return "reset"
        case ECONNRESET, EPIPE: return "reset"
        case ETIMEDOUT: return Self.noAnswer
        case EHOSTUNREACH: return Self.noNeighbour
        case ENETUNREACH: return "no-route"
        case EADDRNOTAVAIL: return "no-address"
        case EPERM, EACCES: return "not-permitted"
        default: return String(cString: strerror(code))
        }
    }
}
