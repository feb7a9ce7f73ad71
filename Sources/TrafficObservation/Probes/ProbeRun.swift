public import NetworkTypes

/// What was asked of configured hosts, and what they answered.
public struct ProbeRun: Sendable, Equatable {
    /// Tells runs apart: SHA-256 of the plan and its beginning, in hexadecimal.
    public var digest: String
    public var started: CaptureTime
    public var ended: CaptureTime
    /// Everything of the plan was done.
    public var isComplete: Bool
    public var vantage: ProbeVantage
    public var results: [ProbeResult] = []
    public var comparisons: [ProbeComparison] = []
    public var identities: [ProbeIdentity] = []
    public var names: [ProbedName] = []
    /// Packets that were charged against the rate: the most that the actions can have caused.
    public var chargedPackets: UInt64 = 0

    public init(
        digest: String, started: CaptureTime, ended: CaptureTime, isComplete: Bool, vantage: ProbeVantage
    ) {
        self.digest = digest
        self.started = started
        self.ended = ended
        self.isComplete = isComplete
        self.vantage = vantage
    }
}

/// What the machine that asks has itself: nothing is concluded about a family that it lacks.
public struct ProbeVantage: Sendable, Equatable {
    public var ipv4: Bool
    public var ipv6: Bool

    public init(ipv4: Bool, ipv6: Bool) {
        self.ipv4 = ipv4
        self.ipv6 = ipv6
    }
}

/// What was asked; the text form is `icmp-echo`, `tcp/443`, `tls/443`, `http/80`, `https/443`, `dns/53`, `smtp/25`,
/// `ntp/123`, `ssh/22`, `path-mtu`.
public struct ProbeCheck: Sendable, Hashable, Comparable, CustomStringConvertible {
    public enum Kind: String, Sendable, CaseIterable {
        case icmpEcho = "icmp-echo"
        case tcp, tls, http, https, dns, smtp, ntp, ssh
        /// The largest packet that comes through, over IPv6.
        case pathMTU = "path-mtu"
    }

    public var kind: Kind
    /// Nil for checks without a port.
    public var port: UInt16?

    public init(_ kind: Kind, port: UInt16? = nil) {
        self.kind = kind
        self.port = port
    }

    public var description: String { port.map { "\(kind.rawValue)/\($0)" } ?? kind.rawValue }

    public static func < (a: Self, b: Self) -> Bool {
        a.kind.rawValue != b.kind.rawValue ? a.kind.rawValue < b.kind.rawValue : (a.port ?? 0) < (b.port ?? 0)
    }
}

/// How far a service on an address goes. NIST's monitor of IPv6 deployment.
public enum ProbeGrade: String, Sendable, CaseIterable {
    /// Nothing answers and nothing is assigned.
    case none
    /// There is an address.
    case assigned
    /// The machine answers something.
    case reachable
    /// The service does its work.
    case operational
}

public enum ProbeOutcome: String, Sendable, CaseIterable {
    case answered
    /// RST, or ICMP port unreachable.
    case refused
    case timedOut = "timed-out"
    /// No route, or ICMP address unreachable.
    case unreachable
    /// ICMP administratively prohibited.
    case prohibited
    /// Something answered, but not this service.
    case mismatch
    /// The machine that asks could not, as without IPv6 of its own.
    case notTried = "not-tried"
}

/// One check of one address.
public struct ProbeResult: Sendable, Equatable {
    /// The id of the configured host: `system/<system>/<component>` or `device/<name>`.
    public var host: String
    /// The name under which it was asked; nil: by its address.
    public var name: String?
    public var address: IPAddress
    public var check: ProbeCheck
    public var grade: ProbeGrade
    public var outcome: ProbeOutcome
    public var tries: UInt16
    /// Of the last try.
    public var time: CaptureTime
    /// From the first packet to the answer, in milliseconds; nil: no answer.
    public var milliseconds: UInt32?
    /// The HTTP status, the TLS version as registered, the path MTU in bytes; nil for others.
    public var value: UInt32?
    /// What makes the answer differ in words: a reason code, a redirect's target, the first words of a banner; at most
    /// 255 bytes.
    public var detail: String?

    public init(
        host: String, name: String? = nil, address: IPAddress, check: ProbeCheck, grade: ProbeGrade,
        outcome: ProbeOutcome, tries: UInt16, time: CaptureTime, milliseconds: UInt32? = nil, value: UInt32? = nil,
        detail: String? = nil
    ) {
        self.host = host
        self.name = name
        self.address = address
        self.check = check
        self.grade = grade
        self.outcome = outcome
        self.tries = tries
        self.time = time
        self.milliseconds = milliseconds
        self.value = value
        self.detail = detail
    }
}

/// What a web service says over IPv4 beside what it says over IPv6.
public struct ProbeComparison: Sendable, Equatable {
    public enum Content: String, Sendable, CaseIterable {
        case same, different
        case notCompared = "not-compared"
    }

    public var host: String
    public var name: String?
    public var check: ProbeCheck
    public var content: Content
    /// 0…1000; nil: not compared.
    public var similarity: UInt16?

    public init(host: String, name: String? = nil, check: ProbeCheck, content: Content, similarity: UInt16? = nil) {
        self.host = host
        self.name = name
        self.check = check
        self.content = content
        self.similarity = similarity
    }
}

/// An identity that a service showed at an address: `sshHostKey`, `tlsKey`, `snmpEngine` or `computerName`, with values
/// as in `IdentityRow`.
public struct ProbeIdentity: Sendable, Equatable {
    public var address: IPAddress
    public var kind: IdentityKind
    public var value: String
    public var time: CaptureTime

    public init(address: IPAddress, kind: IdentityKind, value: String, time: CaptureTime) {
        self.address = address
        self.kind = kind
        self.value = value
        self.time = time
    }
}

/// What name servers say of a configured name.
public struct ProbedName: Sendable, Equatable {
    /// Lower case, without a dot at the end.
    public var name: String
    /// The server that answered; nil: the system's resolver.
    public var server: IPAddress?
    /// An answer came for the type, also "there is none"; false: no answer.
    public var isAAnswered: Bool
    public var isAAAAAnswered: Bool
    public var a: [IPv4Address]
    public var aaaa: [IPv6Address]
    /// Name servers of the name, where it is a domain.
    public var nameServers: [String]
    /// A record of preference 0 with the root as its name is a null MX. RFC 7505.
    public var mailServers: [String]
    public var hasNullMX: Bool
    /// The names that the addresses point back to.
    public var pointers: [ProbedPointer]
    public var time: CaptureTime

    public init(name: String, server: IPAddress?, time: CaptureTime) {
        self.name = name
        self.server = server
        isAAnswered = false
        isAAAAAnswered = false
        a = []
        aaaa = []
        nameServers = []
        mailServers = []
        hasNullMX = false
        pointers = []
        self.time = time
    }
}

public struct ProbedPointer: Sendable, Equatable {
    public var address: IPAddress
    public var name: String

    public init(address: IPAddress, name: String) {
        self.address = address
        self.name = name
    }
}
