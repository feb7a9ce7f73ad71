/// A link of a merge: which key joined what. Domain reference, merging keys.
public struct MergeLink: Sendable {
    public let key: MergeKey
    /// What the joined have in common: a name, a key's digest; with a statement, why. Nil where nothing is to be said.
    public let value: String?
    /// Addresses or MACs in text form, sorted.
    public let joins: [String]
    public let evidence: [MergeEvidence]

    public init(key: MergeKey, value: String? = nil, joins: [String], evidence: [MergeEvidence]) {
        self.key = key
        self.value = value
        self.joins = joins
        self.evidence = evidence
    }

    /// 0…1.
    public var confidence: Double { key.confidence }
}

/// A key that could have joined and did not.
public struct RejectedLink: Sendable {
    public let key: String
    /// A code: `virtual-router-mac`, `shared-mac`, `random-mac-across-captures`, `router-mac`, `proxy-answer`, `pin`,
    /// `shared-identity`, `traffic-between`, `address-claimed-by-both`, `different-snmp-engines`,
    /// `different-ssh-host-keys`, `listed-apart`.
    public let because: String
    public let about: [String]

    public init(key: String, because: String, about: [String]) {
        self.key = key
        self.because = because
        self.about = about
    }
}
