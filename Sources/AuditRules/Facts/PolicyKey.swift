/// A value that `site.yaml` sets under `policy:` and that a condition may stand against, as `site.NAME`.
public enum PolicyKey: String, Sendable, Hashable, CaseIterable {
    case minimumObservation, ipv6OnlyObservation, window

    /// As it is written in a condition.
    public var name: String { "site.\(rawValue)" }

    var type: FactType { .duration }
}

/// The values of the keys for one site.
public struct PolicyValues: Sendable, Hashable {
    public var minimumObservation: Duration
    public var ipv6OnlyObservation: Duration
    public var window: Duration

    /// What holds where `site.yaml` is silent.
    public init(
        minimumObservation: Duration = .seconds(86_400), ipv6OnlyObservation: Duration = .seconds(7 * 86_400),
        window: Duration = .seconds(35 * 86_400)
    ) {
        self.minimumObservation = minimumObservation
        self.ipv6OnlyObservation = ipv6OnlyObservation
        self.window = window
    }

    /// In the unit of the facts of the same type.
    subscript(key: PolicyKey) -> Int64 {
        switch key {
        case .minimumObservation: minimumObservation.components.seconds
        case .ipv6OnlyObservation: ipv6OnlyObservation.components.seconds
        case .window: window.components.seconds
        }
    }
}
