import NetworkTypes
import TrafficObservation

extension DNSNameDocument {
    /// By name; hidden names at the end, by hash.
    static func all(_ set: ObservationSet, names policy: NamePolicy) -> [DNSNameDocument] {
        set.dnsNames.map { DNSNameDocument($0, names: policy) }.sorted { a, b in
            if (a.name == nil) != (b.name == nil) { return a.name != nil }
            return (a.name ?? "", a.hash ?? "") < (b.name ?? "", b.hash ?? "")
        }
    }

    private init(_ row: DNSNameRow, names policy: NamePolicy) {
        let isShown = policy.shows(row.name)
        self.init(
            name: isShown ? row.name : nil, hash: isShown ? nil : policy.hash(row.name),
            a: isShown ? row.a.sorted().map { "\($0)" } : [], aaaa: isShown ? row.aaaa.sorted().map { "\($0)" } : [],
            hasA: !row.a.isEmpty, hasAAAA: !row.aaaa.isEmpty,
            aaaaAsked: row.aaaaQuestions != nil || row.aaaaAnswers != nil, aaaaAnswered: row.aaaaAnswers != nil,
            aQuestions: row.aQuestions?.count ?? 0, aAnswers: row.aAnswers?.count ?? 0,
            aaaaQuestions: row.aaaaQuestions?.count ?? 0, aaaaAnswers: row.aaaaAnswers?.count ?? 0)
    }
}
