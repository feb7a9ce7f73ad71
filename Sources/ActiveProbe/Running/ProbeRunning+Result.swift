import NetworkTypes
import TrafficObservation

extension ProbeRunning {
    func result() -> ProbeRunner.Result {
        var run = ProbeRun(
            digest: SHA256Text.of("\(plan.digest) \(journal.started.nanoseconds)"), started: journal.started,
            ended: clock.wallTime, isComplete: isComplete, vantage: vantage())
        run.chargedPackets = limit.charged
        let gone = unreachableAddresses()
        for (action, report) in zip(actions, reports) {
            guard let report else { continue }
            let time = CaptureTime(nanoseconds: report.time)
            if let names = report.names {
                run.names.append(Self.probedName(names, action, server: server(action.address), time))
                continue
            }
            for (check, var layer) in zip(action.checks, report.layers) {
                if let why = gone[action.address], layer.detail == NetworkFailure.noAnswer {
                    layer.outcome = ProbeOutcome.unreachable.rawValue
                    layer.detail = why
                }
                run.results.append(Self.probeResult(layer, check, action, report.tries, time))
            }
            for identity in report.identities {
                guard let kind = IdentityKind(rawValue: identity.kind) else { continue }
                run.identities.append(
                    ProbeIdentity(address: action.address, kind: kind, value: identity.value, time: time))
            }
        }
        run.comparisons = comparisons()
        return ProbeRunner.Result(
            run: run,
            refused: refused.sorted { $0.host != $1.host ? $0.host < $1.host : $0.address < $1.address },
            hasLostRecord: hasLostRecord)
    }

    /// Addresses of which a router, or this machine, said that nobody has them, with its words. It says so after three
    /// seconds, when a connection that repeats its SYN once has just been given up; what holds for echo holds for all.
    private func unreachableAddresses() -> [IPAddress: String] {
        var words: [IPAddress: String] = [:]
        for (action, report) in zip(actions, reports) where action.checks.first?.kind == .icmpEcho {
            guard let layer = report?.layers.first, layer.outcome == ProbeOutcome.unreachable.rawValue,
                let detail = layer.detail, NetworkFailure.saysNobodyThere(detail)
            else { continue }
            words[action.address] = detail
        }
        return words
    }

    private func server(_ address: IPAddress) -> IPAddress? { gate.isSystemResolver(address) ? nil : address }

    /// A family counts where anything of it could be asked; without targets, where the machine has an address of it.
    private func vantage() -> ProbeVantage {
        func has(_ family: AddressFamily) -> Bool {
            let reports = zip(actions, self.reports).lazy.filter { $0.0.address.family == family }
            let isAsked = reports.contains { $0.1?.tries ?? 0 > 0 }
            if isAsked { return true }
            let wasMissing = reports.contains { $0.1 != nil }
            return !wasMissing && Vantage.hasAddress(family)
        }
        return ProbeVantage(ipv4: has(.ipv4), ipv6: has(.ipv6))
    }

    private static func probeResult(
        _ layer: ActionReport.Layer, _ check: ProbeCheck, _ action: ProbeAction, _ tries: UInt16, _ time: CaptureTime
    ) -> ProbeResult {
        ProbeResult(
            // The connection itself knows no name.
            host: action.host, name: check.kind == .tcp ? nil : action.name, address: action.address, check: check,
            grade: ProbeGrade(rawValue: layer.grade) ?? .assigned,
            outcome: ProbeOutcome(rawValue: layer.outcome) ?? .notTried, tries: tries, time: time,
            milliseconds: layer.milliseconds, value: layer.value, detail: layer.detail)
    }

    private static func probedName(
        _ names: ActionReport.Names, _ action: ProbeAction, server: IPAddress?, _ time: CaptureTime
    ) -> ProbedName {
        var name = ProbedName(name: action.name ?? "", server: server, time: time)
        name.isAAnswered = names.isAAnswered
        name.isAAAAAnswered = names.isAAAAAnswered
        name.a = names.a.compactMap { IPv4Address($0) }
        name.aaaa = names.aaaa.compactMap { IPv6Address($0) }
        name.nameServers = names.nameServers
        name.mailServers = names.mailServers
        name.hasNullMX = names.hasNullMX
        name.pointers = names.pointers.compactMap { pair in
            guard pair.count == 2, let address = IPAddress(pair[0]) else { return nil }
            return ProbedPointer(address: address, name: pair[1])
        }
        return name
    }

    private struct PageKey: Hashable {
        let host: String
        let name: String?
        let check: ProbeCheck
    }

    /// Every page of a service over IPv6 against the first over IPv4; the least likeness counts.
    private func comparisons() -> [ProbeComparison] {
        var pages: [PageKey: [AddressFamily: [WebPage?]]] = [:]
        var order: [PageKey] = []
        for (action, report) in zip(actions, reports) {
            guard let report, let check = action.checks.last, check.kind == .http || check.kind == .https else {
                continue
            }
            let key = PageKey(host: action.host, name: action.name, check: check)
            if pages[key] == nil { order.append(key) }
            pages[key, default: [:]][action.address.family, default: []].append(report.page)
        }
        return order.compactMap { key in
            guard let both = pages[key], let v4 = both[.ipv4], let v6 = both[.ipv6] else { return nil }
            var comparison = ProbeComparison(host: key.host, name: key.name, check: key.check, content: .notCompared)
            guard let reference = v4.compactMap({ $0 }).first else { return comparison }
            let others = (v4.compactMap { $0 }.dropFirst() + v6.compactMap { $0 })
            guard v6.contains(where: { $0 != nil }), !others.isEmpty else { return comparison }
            comparison.similarity = others.map { $0.similarity(to: reference) }.min()
            comparison.content = others.allSatisfy { $0.isSame(as: reference) } ? .same : .different
            return comparison
        }
    }
}
