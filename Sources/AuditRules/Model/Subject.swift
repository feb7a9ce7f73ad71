/// What kind of thing a rule asks about.
public enum SubjectKind: String, Sendable, CaseIterable, Hashable, Comparable {
    case host, service, segment, system, agency, site

    public static func < (a: SubjectKind, b: SubjectKind) -> Bool { a.rawValue < b.rawValue }

    /// Its place in `allCases`.
    var place: Int {
        switch self {
        case .host: 0
        case .service: 1
        case .segment: 2
        case .system: 3
        case .agency: 4
        case .site: 5
        }
    }
}

/// The thing that a rule was asked about.
public struct Subject: Sendable, Hashable, Comparable {
    public let kind: SubjectKind
    /// As in the outputs: a host id, a segment's or agency's id, `NAME/tcp/443` or a DNS name.
    public let id: String

    public init(_ kind: SubjectKind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    public static func < (a: Subject, b: Subject) -> Bool {
        a.kind != b.kind ? a.kind < b.kind : a.id < b.id
    }
}
