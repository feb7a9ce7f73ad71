public import NetworkTypes

/// A domain name of the site, with its owners over time.
public struct Domain: Hashable, Sendable {
    /// What the name is used for.
    public enum Kind: String, Sendable, CaseIterable {
        case web, mail, dns
    }

    /// In lower case, without the final dot.
    public var name: String
    public var owner: [Ownership]
    public var kinds: [Kind]

    public init(name: String, owner: [Ownership] = [], kinds: [Kind] = []) {
        self.name = name
        self.owner = owner
        self.kinds = kinds
    }
}

/// An address block granted to an agency.
public struct AddressGrant: Hashable, Sendable {
    public enum Grantor: String, Sendable, CaseIterable {
        /// The Central Post Department (Cục Bưu điện Trung ương), for the specialised data network.
        case cpd
        case isp, vnnic
        /// A unique local prefix of the agency's own. RFC 4193.
        case ula
    }

    public var agency: String
    public var prefix: IPPrefix
    public var grantedBy: Grantor
    public var document: String?

    public init(agency: String, prefix: IPPrefix, grantedBy: Grantor, document: String? = nil) {
        self.agency = agency
        self.prefix = prefix
        self.grantedBy = grantedBy
        self.document = document
    }
}

/// A tunnel that somebody allowed.
public struct Tunnel: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case sixInFour = "6in4"
        case sixToFour = "6to4"
        case sixRapidDeployment = "6rd"
        case fourInSix = "4in6"
        case fourInFour = "4in4"
        case sixInSix = "6in6"
        case isatap, teredo, gre, vxlan, tsp, ayiya, wireguard, openvpn, ipsec, other
    }

    public var kind: Kind
    /// The outer addresses; two in a loaded site.
    public var ends: [IPAddress]
    public var agency: String
    public var purpose: String?
    /// The last day on which it is allowed; nil: no end was set.
    public var until: CalendarDate?

    public init(kind: Kind, ends: [IPAddress], agency: String, purpose: String? = nil, until: CalendarDate? = nil) {
        self.kind = kind
        self.ends = ends
        self.agency = agency
        self.purpose = purpose
        self.until = until
    }
}

/// A line to the Internet that an agency rents.
public struct InternetLine: Hashable, Sendable {
    public var id: String
    public var agency: String
    public var segment: String?
    /// A word for the provider; the id of an agency of kind `supplier` where the site lists it.
    public var provider: String?

    public init(id: String, agency: String, segment: String? = nil, provider: String? = nil) {
        self.id = id
        self.agency = agency
        self.segment = segment
        self.provider = provider
    }
}
