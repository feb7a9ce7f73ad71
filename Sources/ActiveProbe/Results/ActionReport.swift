import NetworkTypes
import TrafficObservation

/// What one action brought, as the journal keeps it.
struct ActionReport: Codable, Equatable, Sendable {
    struct Layer: Codable, Equatable, Sendable {
        /// As `ProbeCheck` writes it.
        var check: String
        var grade: String
        var outcome: String
        var milliseconds: UInt32?
        var value: UInt32?
        var detail: String?
    }

    /// What name servers said; the form of `ProbedName` that can be stored.
    struct Names: Codable, Equatable, Sendable {
        var isAAnswered = false
        var isAAAAAnswered = false
        var a: [String] = []
        var aaaa: [String] = []
        var nameServers: [String] = []
        var mailServers: [String] = []
        var hasNullMX = false
        /// Address and name.
        var pointers: [[String]] = []
    }

    var layers: [Layer] = []
    var identities: [FoundIdentity] = []
    var page: WebPage?
    var names: Names?
    var tries: UInt16 = 0
    /// Nanoseconds since 1970.
    var time: Int64 = 0

    /// Something should have answered and did not; it is tried again.
    var isFailure: Bool {
        if let names { return !names.isAAnswered && !names.isAAAAAnswered && layers.first?.outcome != "not-tried" }
        return layers.contains { layer in
            switch ProbeOutcome(rawValue: layer.outcome) {
            case .answered: layer.grade != ProbeGrade.operational.rawValue && layer.check.hasPrefix("http")
            case .notTried: false
            default: true
            }
        }
    }

    /// The same for all checks of an action: nothing was asked.
    static func notTried(_ checks: [ProbeCheck], detail: String?) -> ActionReport {
        ActionReport(layers: checks.map { Layer($0, .assigned, .notTried, detail: detail) })
    }
}

extension ActionReport.Layer {
    init(_ check: ProbeCheck, _ grade: ProbeGrade, _ outcome: ProbeOutcome, detail: String? = nil) {
        self.init(
            check: check.description, grade: grade.rawValue, outcome: outcome.rawValue,
            detail: detail.map(NetworkWords.line))
    }

    /// A check that was not answered: who refuses is there, whoever is silent may not be.
    static func failed(_ check: ProbeCheck, _ outcome: ProbeOutcome, detail: String?, isConnected: Bool = false) -> Self
    {
        let isThere = isConnected || outcome == .refused || outcome == .mismatch
        return Self(check, isThere ? .reachable : .assigned, outcome, detail: detail)
    }

    static func found(_ check: ProbeCheck, _ finding: CheckFinding) -> Self {
        Self(
            check: check.description,
            grade: (finding.isOperational ? ProbeGrade.operational : .reachable).rawValue,
            outcome: (finding.isMismatch ? ProbeOutcome.mismatch : .answered).rawValue,
            milliseconds: finding.milliseconds, value: finding.value, detail: finding.detail.map(NetworkWords.line))
    }
}
