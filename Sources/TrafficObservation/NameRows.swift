public import NetworkTypes

/// Where a host's name came from.
public enum NameSource: String, Sendable, CaseIterable {
    case mdns, dhcp, dhcpv6, llmnr, nbns, dns, lldp, cdp, snmp
    /// A machine's configuration.
    case configuration = "config"
}

/// A name that a machine gave itself.
public struct HostNameRow: Sendable, Equatable {
    public internal(set) var link: Int
    public let mac: MACAddress
    public let name: String
    public let source: NameSource
    public var sighting: Sighting
}

/// A DNS name as asked and answered on port 53 of UDP.
public struct DNSNameRow: Sendable, Equatable {
    public let name: String
    public var a: Set<IPv4Address> = []
    public var aaaa: Set<IPv6Address> = []
    public var aQuestions: Sighting?
    public var aaaaQuestions: Sighting?
    /// Answers to the AAAA question, with whatever code.
    public var aaaaAnswers: Sighting?
    public var aAnswers: Sighting?
    /// Answers to the AAAA question that the frame or the sender cut: what they held is not known.
    public var aaaaAnswersCut: Sighting?
    /// Response codes other than 0 to AAAA, by server, the largest of each; and whether A of the same server was NOERROR with an address.
    public var aaaaErrors: [IPAddress: UInt16] = [:]
    public var firstAAAAError: Proof?
    public var aAnsweredBy: Set<IPAddress> = []
    public var lastAnswer: Proof?
    /// As `CaptureObservation.chain`: what was seen on the links of one chain.
    package internal(set) var chain: UInt32 = 0

    init(name: String, chain: UInt32 = 0) {
        self.name = name
        self.chain = chain
    }

    /// False: it found no room.
    mutating func addAddress(_ address: IPAddress, upTo limit: Int) -> Bool {
        if let v4 = address.ipv4 { return a.insert(v4, upTo: limit) }
        return address.ipv6.map { aaaa.insert($0, upTo: limit) } ?? true
    }

    /// Of several codes of one server the largest is kept, so that their order does not matter.
    mutating func addError(_ code: UInt16, of server: IPAddress, upTo limit: Int) -> Bool {
        guard let known = aaaaErrors[server] else {
            guard aaaaErrors.count < limit else { return false }
            aaaaErrors[server] = code
            return true
        }
        aaaaErrors[server] = max(known, code)
        return true
    }
}

/// What one machine learnt from DNS. Bounded.
public struct ResolutionRow: Sendable, Equatable {
    public internal(set) var link: Int
    public let client: IPAddress
    /// Addresses that answers to this client contained.
    public var answered: Set<IPAddress> = []
    public var aaaaQuestions: Sighting?
    /// An AAAA question that was answered with an address.
    public var aaaaAnswered: Proof?
    public var answers: Sighting?
}
