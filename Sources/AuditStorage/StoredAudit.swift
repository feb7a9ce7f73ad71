public import NetworkTypes

/// All that the store keeps of one audit.
public struct StoredAudit: Sendable {
    public let header: AuditHeader
    /// The bytes of `v6audit.audit/1`; not empty.
    public let document: [UInt8]
    /// One for each host id.
    public let hosts: [StoredHost]
    /// One for each rule and subject.
    public let verdicts: [StoredVerdict]
    /// In the order of the document.
    public let captures: [StoredCapture]

    public init(
        header: AuditHeader, document: [UInt8], hosts: [StoredHost], verdicts: [StoredVerdict],
        captures: [StoredCapture]
    ) {
        self.header = header
        self.document = document
        self.hosts = hosts
        self.verdicts = verdicts
        self.captures = captures
    }
}

/// A host as one audit saw it.
public struct StoredHost: Hashable, Sendable {
    public let id: String
    /// What the host is known by; a key that an earlier audit gave to another id stays there.
    public let keys: [HostKey]
    /// In the spelling of the outputs, `dual-operational`.
    public let state: String
    /// The observation was not enough for the state; a higher state that an earlier audit left behind does not matter.
    public let provisional: Bool
    public let agency: String

    public init(id: String, keys: [HostKey], state: String, provisional: Bool, agency: String) {
        self.id = id
        self.keys = keys
        self.state = state
        self.provisional = provisional
        self.agency = agency
    }
}

/// A state of a host with the latest audit that found it.
public struct StoredState: Hashable, Sendable {
    public let host: String
    /// In the spelling of the outputs.
    public let state: String
    /// The id of the audit, and the last moment of its evidence.
    public let audit: String
    public let lastEvidence: CaptureTime

    public init(host: String, state: String, audit: String, lastEvidence: CaptureTime) {
        self.host = host
        self.state = state
        self.audit = audit
        self.lastEvidence = lastEvidence
    }
}

/// What one rule said about one subject, in the spelling of the outputs.
public struct StoredVerdict: Hashable, Sendable {
    /// `ADDR-01`.
    public let rule: String
    /// `host`, `service`, `segment`, `system`, `agency` or `site`.
    public let subjectKind: String
    public let subjectID: String
    /// `pass`, `fail`, `warn`, `unknown`, `not-applicable` or `needs-answer`.
    public let verdict: String
    /// `blocker`, `high`, `medium`, `low` or `info`.
    public let severity: String
    /// `G0` … `G5`.
    public let phase: String
    public let agency: String

    public init(
        rule: String, subjectKind: String, subjectID: String, verdict: String, severity: String, phase: String,
        agency: String
    ) {
        self.rule = rule
        self.subjectKind = subjectKind
        self.subjectID = subjectID
        self.verdict = verdict
        self.severity = severity
        self.phase = phase
        self.agency = agency
    }
}

/// A capture that an audit was made from.
public struct StoredCapture: Hashable, Sendable {
    public let path: String
    /// Of the decompressed file, 64 lower-case hexadecimal digits; nil where it was not computed.
    public let sha256: String?
    public let packets: UInt64
    /// Nil without a packet.
    public let firstSeen: CaptureTime?
    public let lastSeen: CaptureTime?

    public init(path: String, sha256: String?, packets: UInt64, firstSeen: CaptureTime?, lastSeen: CaptureTime?) {
        self.path = path
        self.sha256 = sha256
        self.packets = packets
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
    }
}
