import AuditRules
import Messages

@testable import AuditReport

/// An audit written by hand: two agencies, a machine with hostile names, one finding, one question, one gap.
enum HTMLFixture {
    static func document() throws -> AuditDocument { try AuditDocument.read(Array(json.utf8)) }

    static let hostile = "<script>alert(1)</script>\u{202e}\"'&"

    static let rules = [
        rule(
            "ADDR-01", finding: "{host} chỉ có {linkLocal}.",
            references: [("RFC 4862 §5.3", true), ("RFC 7123 §2", false)]),
        rule("RTR-02", finding: "{segment}: {routers}.", references: []),
        rule(
            "PROC-01", finding: "–", references: [],
            question: Question(
                ask: LocalizedText(vi: "Đã ban hành kế hoạch chưa?", en: "Has the plan been issued?"),
                kind: .choice([.init(value: "issued", verdict: .pass), .init(value: "none", verdict: .fail)]),
                requires: [.document, .date], validFor: nil)),
    ]

    private static func rule(
        _ id: String, finding: String, references: [(String, Bool)], question: Question? = nil
    ) -> Rule {
        func text(_ text: String) -> LocalizedText { LocalizedText(vi: text, en: text) }
        return Rule(
            id: id, slug: "slug", since: "0.1", severity: .high, warnSeverity: .low, aliases: [], phase: .g1,
            scope: .host, references: references.map { RuleReference(text: $0.0, verified: $0.1) },
            conditions: RuleConditions(), question: question,
            text: RuleText(
                title: text("Tiêu đề \(id)"), finding: text(finding), warning: text("Lưu ý {host}"),
                why: text("Vì sao"), remediation: text("Việc một\n- Việc hai"), verify: text("Chạy `rdisc6 eth0`.")),
            path: "")
    }

    private static let json = #"""
        {"schema": "v6audit.audit/1",
         "site": {"id": "s", "name": {"vi": "Khu vực <A>", "en": "Area <A>"}, "utcOffsetMinutes": 420, "profiles": []},
         "audit": {"id": "a-1", "asOf": "2026-11-24T17:30:00Z", "windowFrom": "2026-10-20T00:00:00Z", "windowTo": "2026-11-24T17:30:00Z"},
         "policy": {"minimumObservationSeconds": 300, "workingDay": false, "ipv6OnlyObservationSeconds": 300, "windowSeconds": 1,
                    "demonstration": true, "documentationPrefixes": "real", "outsideNames": "count"},
         "authorisations": [{"id": "cp", "document": "12/QĐ-UBND", "date": "2026-11-01", "actions": ["capture"], "segments": []}],
         "agencies": [
           {"id": "xa-a", "name": {"vi": "UBND xã A", "en": "A commune"}, "level": "commune", "kind": "committee", "phase": "G0",
            "phaseBlockedBy": ["ADDR-01"], "duties": [], "verified": true, "predecessors": []},
           {"id": "xa-b", "name": {"vi": "UBND xã B", "en": "B commune"}, "level": "commune", "kind": "committee", "phase": "G1",
            "phaseBlockedBy": [], "duties": [], "verified": true, "predecessors": []}],
         "segments": [{"id": "lan", "agency": "xa-a", "state": "latent", "prefixes": ["192.0.2.0/24"],
                       "name": {"vi": "Mạng LAN", "en": "LAN"}, "kind": "office-lan", "plan": {"ipv6": true, "target": "dual-stack"},
                       "hostCounts": {}, "stateSecret": false}],
         "systems": [], "evaluated": [], "indicators": [], "rules": [], "links": [], "tunnels": [], "names": [], "anomalies": {},
         "unmergedAddresses": [],
         "captures": [{"path": "a<b>.pcap", "sha256": "0123456789abcdef0123", "format": "pcap", "linkTypes": [], "packets": 1234,
                       "bytes": 1, "firstSeen": "2026-11-24T08:00:00.000001Z", "lastSeen": "2026-11-24T09:00:00Z", "complete": true,
                       "anomalies": {}, "segments": []}],
         "hosts": [{"id": "h-0001", "macs": ["02:00:00:00:00:01"], "ipv4": [], "ipv6": [], "names": [{"name": "pc-01", "source": "mdns"}],
                    "roles": [], "flags": [], "links": ["lan"], "state": "ipv4-latent-ipv6", "provisional": false,
                    "provisionalBecause": [], "confidence": 1, "services": [],
                    "reasons": [{"claim": "binding.arp-reply", "capture": 0, "frame": 17, "time": "2026-11-24T08:00:01Z", "filter": "arp && frame.number < 20"}],
                    "traffic": {"ipv4": {"packets": 0, "bytes": 0}, "ipv6": {"packets": 0, "bytes": 0}},
                    "firstSeen": "2026-11-24T08:00:00Z", "lastSeen": "2026-11-24T08:00:00Z", "agency": "xa-a", "configuredAs": [],
                    "merges": [{"key": "B1", "confidence": 0.9, "value": "<key>", "joins": ["192.0.2.1"],
                                "evidence": [{"capture": 0, "frame": 18, "time": "2026-11-24T08:00:02Z", "filter": "ip.src == 192.0.2.1 && frame.number == 18"}]}],
                    "mergeConfidence": 0.96, "rejected": [{"key": "P", "because": "traffic-between", "about": ["192.0.2.1"]}]}],
         "findings": [{"rule": "ADDR-01", "verdict": "fail", "severity": "high", "phase": "G1", "agency": "xa-a",
                       "subject": {"kind": "host", "id": "h-0001"}, "missing": [], "values": {"host": "pc-01", "linkLocal": "fe80::1"},
                       "evidence": [{"capture": 0, "frame": 1234567, "time": "2026-11-24T08:42:27.5Z", "filter": "icmpv6.type == 134"}],
                       "text": {"vi": "x", "en": "x"}}],
         "checklists": [{"agency": "xa-a", "phase": "G0", "phaseBlockedBy": [],
           "items": [
             {"id": "ADDR-01@xa-a", "rule": "ADDR-01", "kind": "action", "status": "open", "severity": "high", "phase": "G1",
              "assignee": "Văn phòng", "due": "2026-12-31",
              "subjects": [{"kind": "host", "id": "h-0001", "verdict": "fail", "waived": false}]},
             {"id": "PROC-01@xa-a", "rule": "PROC-01", "kind": "question", "status": "open", "severity": "high", "phase": "G0",
              "subjects": [{"kind": "agency", "id": "xa-a", "verdict": "needs-answer", "waived": false}]}],
           "toSettle": [{"id": "RTR-02@xa-a", "rule": "RTR-02", "severity": "high", "phase": "G1",
                         "subjects": [{"kind": "segment", "id": "lan"}],
                         "missing": [{"fact": "segment.observedFor", "command": "v6audit scan -i IFACE"}]}]}]}
        """#
}
