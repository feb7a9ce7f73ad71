import AuditRules
import Messages
import NetworkTypes

/// What every section of the page needs: the audit, the language, and names for ids.
struct HTMLContext {
    let document: AuditDocument
    let language: Language
    let clock: HTMLClock
    private let rules: [String: Rule]
    /// Of the rules that were asked, also of those that the catalogue has lost since.
    private let titles: [String: String]
    private let agencyNames: [String: String]
    private let hostLabels: [String: String]
    private let segmentNames: [String: String]
    private let systemNames: [String: String]
    private let findings: [FindingKey: [FindingDocument]]

    init(document: AuditDocument, rules: [Rule], language: Language) {
        self.document = document
        self.language = language
        clock = HTMLClock(offsetMinutes: document.site.utcOffsetMinutes)
        self.rules = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        titles = Dictionary(
            document.rules.map { ($0.id, $0.title[language]) }, uniquingKeysWith: { first, _ in first })
        agencyNames = Dictionary(
            document.agencies.map { ($0.id, $0.name[language]) }, uniquingKeysWith: { first, _ in first })
        findings = Self.indexFindings(document.findings)
        hostLabels = Dictionary(
            document.hosts.map { ($0.id, Self.label(of: $0)) }, uniquingKeysWith: { first, _ in first })
        segmentNames = Dictionary(
            document.segments.map { ($0.id, $0.name?[language] ?? $0.id) }, uniquingKeysWith: { first, _ in first })
        systemNames = Dictionary(
            document.systems.map { ($0.id, $0.name?[language] ?? $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    var siteName: String { document.site.name[language] }

    func say(_ message: ReportMessage) -> String { message.text(in: language) }
    func say(_ label: ReportLabel) -> String { label.text(in: language) }
    func say(_ term: ReportTerm) -> String { term.text(in: language) }
    func say(_ sentence: ReportSentence) -> String { sentence.text(in: language) }
    func say(_ text: LocalizedText) -> String { text[language] }

    func rule(_ id: String) -> Rule? { rules[id] }

    /// The title of a rule, else its id.
    func title(of rule: String) -> String { rules[rule]?.text.title[language] ?? titles[rule] ?? rule }

    /// Those that fail or warn, in the order of the document.
    func findings(_ rule: String, _ agency: String) -> [FindingDocument] {
        findings[FindingKey(rule: rule, agency: agency)] ?? []
    }

    func agencyName(_ id: String) -> String {
        id == AuditSnapshot.unassigned ? say(.unassigned) : agencyNames[id] ?? id
    }

    func segmentName(_ id: String) -> String { segmentNames[id] ?? id }
    func systemName(_ id: String) -> String { systemNames[id] ?? id }
    func hostLabel(_ id: String) -> String { hostLabels[id] ?? id }

    func hasHost(_ id: String) -> Bool { hostLabels[id] != nil }
    func hasSegment(_ id: String) -> Bool { segmentNames[id] != nil }
    func hasSystem(_ id: String) -> Bool { systemNames[id] != nil }

    /// What people call a machine: its first name, else its first IPv4, IPv6 or link-layer address, else its id.
    private static func label(of host: HostDocument) -> String {
        host.names.lazy.compactMap(\.name).first ?? host.ipv4.first?.address ?? host.ipv6.first?.address ?? host.macs
            .first ?? host.id
    }

    /// An id that may stand after `#` in this page; other characters than letters, digits and `-` become their code.
    static func anchor(_ prefix: String, _ id: String) -> String {
        var anchor = "\(prefix)-"
        for scalar in id.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".": anchor.unicodeScalars.append(scalar)
            default: anchor += "_\(String(scalar.value, radix: 16))_"
            }
        }
        return anchor
    }

    /// A moment of the document, to the second.
    func time(_ text: String?) -> String {
        guard let text else { return "–" }
        return HTMLClock.moment(text).map(clock.second) ?? text
    }

    /// A moment of the document, to the minute.
    func minute(_ text: String?) -> String {
        guard let text else { return "–" }
        return HTMLClock.moment(text).map(clock.minute) ?? text
    }

    /// A calendar day of the document.
    func date(_ text: String) -> String { CalendarDate(text).map(clock.day) ?? text }

    func capturePath(_ index: Int) -> String {
        document.captures.indices.contains(index) ? document.captures[index].path : "\(index)"
    }
}
