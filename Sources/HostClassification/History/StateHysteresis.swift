public import HostCorrelation
public import NetworkTypes

/// A state that an earlier audit proved.
public struct ProvenState: Hashable, Sendable {
    public let state: HostState
    /// The id of the audit.
    public let audit: String
    /// The last moment of its evidence.
    public let provenAt: CaptureTime

    public init(_ state: HostState, audit: String, provenAt: CaptureTime) {
        self.state = state
        self.audit = audit
        self.provenAt = provenAt
    }
}

/// Lowers a state only after a whole window without the proof of the higher one; raises it at once.
/// Domain reference §4.1.
///
/// What was observed stays in `state`. A higher state that still counts is put beside it and makes it provisional, so
/// that a machine that slept through one capture does not change the figures.
public enum StateHysteresis {
    /// - Parameters:
    ///   - earlier: What audits before `asOf` proved of a host, with final states only.
    ///   - window: How far back evidence counts.
    public static func apply(
        to profiles: consuming [HostProfile], earlier: (HostRecord) -> [ProvenState], asOf: CaptureTime,
        window: Duration
    ) -> [HostProfile] {
        for number in profiles.indices {
            let proven = earlier(profiles[number].host)
            if let held = held(profiles[number].state, earlier: proven, asOf: asOf, window: window) {
                profiles[number].hold(held)
            }
        }
        return profiles
    }

    /// The highest state above the observed one whose proof is younger than the window; of equals the latest.
    public static func held(
        _ observed: HostState, earlier: [ProvenState], asOf: CaptureTime, window: Duration
    ) -> ProvenState? {
        earlier.filter { proven in
            let age = asOf.nanoseconds(since: proven.provenAt)
            return proven.state.rank > observed.rank && age >= 0 && .nanoseconds(age) < window
        }.max { ($0.state.rank, $0.provenAt, $1.audit) < ($1.state.rank, $1.provenAt, $0.audit) }
    }
}

extension HostState {
    /// How far on the way; what cannot be compared has the same place.
    var rank: Int {
        switch self {
        case .unknown: 0
        case .ipv4Seen, .linkLocalOnly: 1
        case .ipv4Only: 2
        case .ipv4LatentIPv6: 3
        case .dualBroken: 4
        case .dualConfigured: 5
        case .dualOperational: 6
        case .ipv6Mostly: 7
        case .ipv6Only: 8
        }
    }
}
