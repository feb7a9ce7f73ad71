public import NetworkTypes

/// What `probe` may touch; everything else it may not.
public struct ProbeScope: Hashable, Sendable {
    /// A name server to ask.
    public enum Resolver: Hashable, Sendable {
        /// The ones the operating system uses.
        case system
        case address(IPAddress)
    }

    public var addresses: [IPPrefix]
    /// Domain names whose own and lower names may be asked for, in lower case.
    public var names: [String]
    public var excludedAddresses: [IPPrefix]
    public var excludedNames: [String]
    /// The highest rate, in packets per second.
    public var packetsPerSecond: Int
    public var resolvers: [Resolver]

    public init(
        addresses: [IPPrefix] = [], names: [String] = [], excludedAddresses: [IPPrefix] = [],
        excludedNames: [String] = [], packetsPerSecond: Int = 50, resolvers: [Resolver] = [.system]
    ) {
        self.addresses = addresses
        self.names = names
        self.excludedAddresses = excludedAddresses
        self.excludedNames = excludedNames
        self.packetsPerSecond = packetsPerSecond
        self.resolvers = resolvers
    }

    /// Exclusion wins over inclusion.
    public func allows(_ address: IPAddress) -> Bool {
        addresses.contains { $0.contains(address) } && !excludedAddresses.contains { $0.contains(address) }
    }

    /// The name or one above it is listed; exclusion wins. Letter case and a final dot do not matter.
    public func allows(name: String) -> Bool {
        let name = Self.canonical(name)
        return names.contains { Self.covers($0, name) } && !excludedNames.contains { Self.covers($0, name) }
    }

    private static func covers(_ domain: String, _ name: String) -> Bool {
        name == domain || name.hasSuffix("." + domain)
    }

    private static func canonical(_ name: String) -> String {
        let name = name.lowercased()
        return name.hasSuffix(".") ? String(name.dropLast()) : name
    }
}

/// A decision that allows capturing or probing.
public struct Authorisation: Hashable, Sendable {
    public enum Action: String, Sendable, CaseIterable {
        case capture, probe
    }

    public var id: String
    public var document: String
    /// The day of the document.
    public var date: CalendarDate
    public var signer: String?
    public var actions: [Action]
    public var segments: [String]
    public var validity: Validity
    /// The day on which the staff was told; nil: it was not.
    public var staffNotice: CalendarDate?

    public init(
        id: String, document: String, date: CalendarDate, signer: String? = nil, actions: [Action],
        segments: [String], validity: Validity = .always, staffNotice: CalendarDate? = nil
    ) {
        self.id = id
        self.document = document
        self.date = date
        self.signer = signer
        self.actions = actions
        self.segments = segments
        self.validity = validity
        self.staffNotice = staffNotice
    }

    public func covers(_ action: Action, segment: String, on date: CalendarDate) -> Bool {
        actions.contains(action) && segments.contains(segment) && validity.contains(date)
    }
}

/// A person's statement about machines.
public struct Pin: Hashable, Sendable {
    public enum Relation: String, Sendable, CaseIterable {
        case same, different
    }

    /// By what a machine is recognised.
    public enum Key: Hashable, Sendable {
        case mac(MACAddress)
        case address(IPAddress)
    }

    public var relation: Relation
    /// At least two in a loaded site.
    public var keys: [Key]
    /// The office or post that says so, never a person's name.
    public var by: String
    public var on: CalendarDate
    public var why: String?

    public init(relation: Relation, keys: [Key], by: String, on: CalendarDate, why: String? = nil) {
        self.relation = relation
        self.keys = keys
        self.by = by
        self.on = on
        self.why = why
    }
}
