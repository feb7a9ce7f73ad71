import AuditStorage
import NetworkTypes

extension StoredAudit {
    /// An audit at a time in seconds; the rest is made up from the id.
    static func example(
        _ id: String, at seconds: Int64, document: [UInt8]? = nil, hosts: [StoredHost] = [],
        verdicts: [StoredVerdict] = []
    ) -> StoredAudit {
        let asOf = CaptureTime(seconds: seconds)
        return StoredAudit(
            header: AuditHeader(
                id: id, asOf: asOf, windowFrom: CaptureTime(seconds: seconds - 600), windowTo: asOf, toolVersion: "0.1"),
            document: document ?? Array("{\"audit\": \"\(id)\"}".utf8), hosts: hosts, verdicts: verdicts,
            captures: [
                StoredCapture(
                    path: "captures/a.pcapng", sha256: String(repeating: "0a", count: 32), packets: 12,
                    firstSeen: CaptureTime(seconds: seconds - 600), lastSeen: asOf),
                StoredCapture(path: "empty.pcap", sha256: nil, packets: 0, firstSeen: nil, lastSeen: nil),
            ])
    }
}

extension StoredHost {
    static func example(_ id: String, _ keys: HostKey...) -> StoredHost {
        StoredHost(id: id, keys: keys, state: "dual-configured", provisional: true, agency: "xa-hai-hau")
    }
}

extension StoredVerdict {
    static func example(_ rule: String, _ subject: String, _ verdict: String, severity: String = "high")
        -> StoredVerdict
    {
        StoredVerdict(
            rule: rule, subjectKind: "host", subjectID: subject, verdict: verdict, severity: severity, phase: "G1",
            agency: "xa-hai-hau")
    }
}
