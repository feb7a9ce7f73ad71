/// What the site asks of its evidence.
public struct SitePolicy: Hashable, Sendable {
    /// What the documentation prefixes 2001:db8::/32 and 3fff::/20 mean in this site.
    public enum DocumentationPrefixes: String, Sendable, CaseIterable {
        /// They stand for real ones, as in the sample site.
        case real
        /// They were left over from a manual.
        case error
    }

    /// How long a host must be watched on its own link before its state is final.
    public var minimumObservation: Duration
    /// The observation must cover a working day.
    public var workingDay: Bool
    /// How long a host must be watched before it counts as IPv6-only.
    public var ipv6OnlyObservation: Duration
    /// How far back evidence counts.
    public var window: Duration
    /// The policy is for a demonstration, and every report says so.
    public var demonstration: Bool
    public var documentationPrefixes: DocumentationPrefixes

    public init(
        minimumObservation: Duration = .seconds(24 * 3600), workingDay: Bool = true,
        ipv6OnlyObservation: Duration = .seconds(7 * 86_400), window: Duration = .seconds(35 * 86_400),
        demonstration: Bool = false, documentationPrefixes: DocumentationPrefixes = .error
    ) {
        self.minimumObservation = minimumObservation
        self.workingDay = workingDay
        self.ipv6OnlyObservation = ipv6OnlyObservation
        self.window = window
        self.demonstration = demonstration
        self.documentationPrefixes = documentationPrefixes
    }

    /// What holds where `site.yaml` is silent.
    public static let standard = SitePolicy()
}

/// What is kept of the people whose traffic is seen.
public struct PrivacyPolicy: Hashable, Sendable {
    /// What happens to names outside the site's domains.
    public enum OutsideNames: String, Sendable, CaseIterable {
        /// They are counted and dropped.
        case count
        case keep
    }

    public var outsideNames: OutsideNames
    /// How long observations are kept; nil: until a person deletes them.
    public var retention: Duration?

    public init(outsideNames: OutsideNames = .count, retention: Duration? = nil) {
        self.outsideNames = outsideNames
        self.retention = retention
    }
}
