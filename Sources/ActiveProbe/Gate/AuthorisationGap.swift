public import NetworkTypes
import SiteModel

/// What is missing where the site allows no probing on a day.
public enum AuthorisationGap: Sendable, Equatable {
    public enum Part: String, Sendable, CaseIterable {
        case document, signer, from, to
    }

    /// No entry names the action `probe`.
    case none
    case incomplete(id: String, parts: [Part])
    case notYet(id: String, first: CalendarDate)
    case over(id: String, last: CalendarDate)
    /// Entries hold, but not for these segments.
    case otherSegments(missing: [String])
}

extension ProbeGate {
    /// The nearest thing to an authorisation, and what it lacks.
    ///
    /// - Parameter segments: those of the addresses that were refused.
    public func gap(on day: CalendarDate, segments: [String]) -> AuthorisationGap {
        let all = site.authorisations.filter { $0.actions.contains(.probe) }
        if all.isEmpty { return .none }
        let holding = all.filter { $0.validity.contains(day) }
        if let part = holding.first(where: { !Self.isComplete($0) }), !holding.contains(where: Self.isComplete) {
            var parts: [AuthorisationGap.Part] = []
            if part.document.isEmpty { parts.append(.document) }
            if part.signer?.isEmpty ?? true { parts.append(.signer) }
            if part.validity.from == nil { parts.append(.from) }
            if part.validity.to == nil { parts.append(.to) }
            return .incomplete(id: part.id, parts: parts)
        }
        if !holding.isEmpty {
            let covered = Set(holding.filter(Self.isComplete).flatMap(\.segments))
            return .otherSegments(missing: Array(Set(segments).subtracting(covered)).sorted())
        }
        let next = all.compactMap { one in one.validity.from.map { (one.id, $0) } }.filter { $0.1 > day }
        if let (id, first) = next.min(by: { $0.1 < $1.1 }) { return .notYet(id: id, first: first) }
        let past = all.compactMap { one in one.validity.to.map { (one.id, $0) } }.max { $0.1 < $1.1 }
        return past.map { .over(id: $0.0, last: $0.1) } ?? .none
    }
}
