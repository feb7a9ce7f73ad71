public import AuditRules
import NetworkTypes

extension ExplainDocument {
    /// Why a host is what it is. `verdicts` are all that the rules said about it; without them those of its findings.
    public init(host: HostDocument, in audit: AuditDocument, verdicts: [VerdictDocument]? = nil) {
        let findings = audit.findings.filter { $0.subject == SubjectDocument(kind: "host", id: host.id) }
        self.init(verdicts: verdicts, findings: findings, host: host)
    }

    /// What a rule asks and what it found.
    public init(rule: Rule, in audit: AuditDocument, verdicts: [VerdictDocument]? = nil) {
        self.init(
            verdicts: verdicts, findings: audit.findings.filter { $0.rule == rule.id }, rule: RuleDocument(rule))
    }

    /// Why an item stands on a checklist: `RULE@agency`. Nil: the audit has no such item, nor anything to settle for it.
    public init?(item id: String, rule: Rule?, in audit: AuditDocument, verdicts: [VerdictDocument]? = nil) {
        let item = audit.checklists.lazy.flatMap(\.items).first { $0.id == id }
        let findings = audit.findings.filter { "\($0.rule)@\($0.agency)" == id }
        guard item != nil || !findings.isEmpty else { return nil }
        self.init(verdicts: verdicts, findings: findings, rule: rule.map(RuleDocument.init), item: item)
    }

    private init(
        verdicts: [VerdictDocument]?, findings: [FindingDocument], host: HostDocument? = nil, rule: RuleDocument? = nil,
        item: ChecklistItemDocument? = nil
    ) {
        self.init(
            schema: Self.schema, host: host, links: host?.merges ?? [], rejected: host?.rejected ?? [], rule: rule,
            item: item,
            verdicts: (verdicts ?? findings.map(VerdictDocument.init)).sorted { a, b in
                (a.rule, a.subject.kind, a.subject.id) < (b.rule, b.subject.kind, b.subject.id)
            }, findings: findings)
    }
}

extension AuditDocument {
    /// The hosts that an id, a MAC, an address or a name means; several where a name or address is shared.
    public func hosts(matching text: String) -> [HostDocument] {
        if let address = IPAddress(text) {
            let canonical = "\(address)"
            return hosts.filter { host in
                host.ipv4.contains { $0.address == canonical } || host.ipv6.contains { $0.address == canonical }
            }
        }
        if let mac = MACAddress(text) { return hosts.filter { $0.macs.contains("\(mac)") } }
        let wanted = text.lowercased()
        return hosts.filter { host in
            host.id == text || host.configuredAs.contains { $0.id == text || $0.name.lowercased() == wanted }
                || host.names.contains { [wanted, wanted + ".local"].contains($0.name?.lowercased()) }
        }
    }
}
