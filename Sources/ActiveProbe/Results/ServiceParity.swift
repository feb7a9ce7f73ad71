import NetworkTypes
public import TrafficObservation

/// What a service of a host is over IPv4 beside what it is over IPv6.
public struct ServiceParity: Sendable, Equatable {
    /// The service states that a probe can find; domain reference §4.4.
    public enum State: String, Sendable, CaseIterable {
        case dualOK = "dual-ok"
        case dualDegraded = "dual-degraded"
        case dualBroken = "dual-broken"
        case ipv4Only = "ipv4-only"
        case ipv6OnlyOK = "ipv6-only-ok"
        /// The service answers over IPv6, but its names have no AAAA.
        case ipv6Latent = "v6-latent"
        case notTested = "not-tested"
        case unreachableBoth = "unreachable-both"
    }

    public var host: String
    /// The check that speaks for the service, such as `https/443`.
    public var service: ProbeCheck
    /// The best that an address of the family reached.
    public var ipv4: ProbeGrade
    public var ipv6: ProbeGrade
    public var content: ProbeComparison.Content
    public var state: State
    /// Milliseconds until a connection stood, the fastest address; nil: none stood.
    public var ipv4Milliseconds: UInt32?
    public var ipv6Milliseconds: UInt32?

    /// One for each host and service, in the order of the results.
    public static func of(_ run: ProbeRun, namesOf: (String) -> [String]) -> [ServiceParity] {
        var order: [Key] = []
        // Positions instead of copies: an inventory may have a hundred thousand results.
        var results: [Key: [Int]] = [:]
        var connects: [Key: [Int]] = [:]
        var deeper: Set<Key> = []
        for (position, result) in run.results.enumerated() {
            let key = Key(host: result.host, check: result.check)
            switch result.check.kind {
            case .icmpEcho, .pathMTU: continue
            case .tcp: connects[Key(host: key.host, port: key.check.port), default: []].append(position)
            case .tls: break
            default: deeper.insert(Key(host: key.host, port: key.check.port))
            }
            if results[key] == nil { order.append(key) }
            results[key, default: []].append(position)
        }
        let tls = Set(order.filter { $0.check.kind == .tls }.map { Key(host: $0.host, port: $0.check.port) })
        var contents: [Key: ProbeComparison.Content] = [:]
        for comparison in run.comparisons {
            let key = Key(host: comparison.host, check: comparison.check)
            contents[key] = worse(contents[key], comparison.content)
        }
        let names = Dictionary(grouping: run.names, by: \.name)
        return order.compactMap { key in
            let place = Key(host: key.host, port: key.check.port)
            // A step to a check above it is no service of its own.
            switch key.check.kind {
            case .tcp where deeper.contains(place) || tls.contains(place): return nil
            default: break
            }
            return parity(
                key, (results[key] ?? []).map { run.results[$0] }, (connects[place] ?? []).map { run.results[$0] },
                contents[key] ?? .notCompared,
                hasAAAA: hasAAAA(namesOf(key.host).flatMap { names[$0] ?? [] }))
        }
    }

    private struct Key: Hashable {
        let host: String
        let check: ProbeCheck

        init(host: String, check: ProbeCheck) {
            self.host = host
            self.check = check
        }

        init(host: String, port: UInt16?) { self.init(host: host, check: ProbeCheck(.tcp, port: port)) }
    }

    private static func worse(
        _ a: ProbeComparison.Content?, _ b: ProbeComparison.Content
    ) -> ProbeComparison.Content {
        switch (a, b) {
        case (nil, _): b
        case (.different, _), (_, .different): .different
        case (.same, _), (_, .same): .same
        default: .notCompared
        }
    }

    /// Nil: no name of the host was answered for, so that its listed addresses stand for themselves.
    private static func hasAAAA(_ names: [ProbedName]) -> Bool? {
        let answered = names.filter(\.isAAAAAnswered)
        return answered.isEmpty ? nil : answered.contains { !$0.aaaa.isEmpty }
    }

    private static func parity(
        _ key: Key, _ results: [ProbeResult], _ connects: [ProbeResult], _ content: ProbeComparison.Content,
        hasAAAA: Bool?
    ) -> ServiceParity {
        func family(_ family: AddressFamily) -> [ProbeResult] { results.filter { $0.address.family == family } }
        func fastest(_ family: AddressFamily) -> UInt32? {
            let timed = connects.isEmpty ? results : connects
            return timed.filter { $0.address.family == family }.compactMap(\.milliseconds).min()
        }
        let (v4, v6) = (family(.ipv4), family(.ipv6))
        return ServiceParity(
            host: key.host, service: key.check, ipv4: grade(v4), ipv6: grade(v6), content: content,
            state: state(v4, v6, content, hasAAAA: hasAAAA), ipv4Milliseconds: fastest(.ipv4),
            ipv6Milliseconds: fastest(.ipv6))
    }

    private static func grade(_ results: [ProbeResult]) -> ProbeGrade {
        let order = ProbeGrade.allCases
        return results.map(\.grade).max { order.firstIndex(of: $0) ?? 0 < order.firstIndex(of: $1) ?? 0 } ?? .none
    }

    static func state(
        _ v4: [ProbeResult], _ v6: [ProbeResult], _ content: ProbeComparison.Content, hasAAAA: Bool?
    ) -> State {
        let isWorking: (ProbeResult) -> Bool = { $0.grade == .operational }
        // A family that was not asked, or only in part, decides nothing by what is missing.
        let isUntested: ([ProbeResult]) -> Bool = { $0.contains { $0.outcome == .notTried } }
        if isUntested(v4) || isUntested(v6) || v4.isEmpty && v6.isEmpty { return .notTested }
        let (works4, works6) = (v4.contains(where: isWorking), v6.contains(where: isWorking))
        guard works4 || works6 else { return .unreachableBoth }
        if v4.isEmpty { return v6.allSatisfy(isWorking) ? .ipv6OnlyOK : .dualDegraded }
        if v6.isEmpty { return .ipv4Only }
        if hasAAAA == false { return works6 ? .ipv6Latent : .ipv4Only }
        guard works6 else { return .dualBroken }
        let isWhole = v4.allSatisfy(isWorking) && v6.allSatisfy(isWorking) && content != .different
        return isWhole ? .dualOK : .dualDegraded
    }
}
