import ActiveProbe
import Messages
import NetworkTypes
import TrafficObservation

/// A plan or a result of probes for a terminal.
struct ProbeText {
    private let language: Language
    /// Rows of a plan that are listed; `--json` has all.
    private static let mostTargets = 200

    init(_ language: Language) { self.language = language }

    private func word(_ message: ProbeMessage) -> String { message.text(in: language) }

    // MARK: The plan

    func plan(_ plan: ProbePlan, packetsPerSecond: Int) -> String {
        let targets = plan.targets
        var text = ""
        if !targets.isEmpty {
            let rows = targets.prefix(Self.mostTargets).map { target in
                [
                    target.host, target.name ?? "", "\(target.address)", "\(target.check)", target.transport.rawValue,
                    "\(target.packets)",
                ]
            }
            text += table([[word(.planTarget), "", "", "", "", word(.packets)]] + rows)
            if targets.count > rows.count { text += "… +\(targets.count - rows.count) (--json)\n" }
        }
        if !plan.later.isEmpty {
            text += "\n" + word(.laterTitle) + "\n"
            for later in plan.later.prefix(Self.mostTargets) {
                let checks = later.checks.map(\.description).joined(separator: " ")
                text += "  "
                text += word(
                    .laterLine(host: later.host, name: later.name, checks: checks, packets: later.packets))
                text += "\n"
            }
        }
        text += refused(plan.refused)
        let packets = plan.packets
        text += "\n"
        text += word(
            .planSummary(
                targets: targets.count, packets: packets, packetsPerSecond: packetsPerSecond,
                minutes: (packets / max(packetsPerSecond, 1) + 59) / 60))
        return text + "\n"
    }

    private func refused(_ refused: [ProbePlan.Refused]) -> String {
        guard !refused.isEmpty else { return "" }
        let rows = refused.prefix(Self.mostTargets).map { one in
            ["", one.host, "\(one.address)", word(.reason(Self.reason(one.reason)))]
        }
        let rest = refused.count > rows.count ? "  … +\(refused.count - rows.count) (--json)\n" : ""
        return "\n" + word(.refusedTitle(count: refused.count)) + "\n" + table(rows) + rest
    }

    private static func reason(_ reason: ProbeRefusal) -> ProbeMessage.Reason {
        switch reason {
        case .outsideScope: .outsideScope
        case .stateSecret: .stateSecret
        case .notAuthorised: .notAuthorised
        }
    }

    // MARK: The result

    func result(_ run: ProbeRun, _ parity: [ServiceParity], refused: [ProbePlan.Refused]) -> String {
        var text = word(.vantage(ipv4: run.vantage.ipv4, ipv6: run.vantage.ipv6)) + "\n"
        if !parity.isEmpty {
            let rows = parity.sorted { $0.host != $1.host ? $0.host < $1.host : $0.service < $1.service }.map { one in
                [
                    one.host, "\(one.service)", grade(one.ipv4, one.ipv4Milliseconds),
                    grade(one.ipv6, one.ipv6Milliseconds), word(.serviceState(Self.state(one.state))),
                    word(.content(Self.content(one.content))),
                ]
            }
            text += "\n" + table([["", word(.service), "IPv4", "IPv6", word(.state), ""]] + rows)
        }
        text += self.refused(refused)
        text += "\n"
        text += word(.resultSummary(results: run.results.count, packets: Int(clamping: run.chargedPackets)))
        return text + "\n"
    }

    private func grade(_ grade: ProbeGrade, _ milliseconds: UInt32?) -> String {
        let text = word(.grade(ProbeMessage.Grade(rawValue: grade.rawValue) ?? .none))
        return milliseconds.map { "\(text) \($0) ms" } ?? text
    }

    private static func state(_ state: ServiceParity.State) -> ProbeMessage.State {
        switch state {
        case .dualOK: .dualOK
        case .dualDegraded: .dualDegraded
        case .dualBroken: .dualBroken
        case .ipv4Only: .ipv4Only
        case .ipv6OnlyOK: .ipv6OnlyOK
        case .ipv6Latent: .ipv6Latent
        case .notTested: .notTested
        case .unreachableBoth: .unreachableBoth
        }
    }

    private static func content(_ content: ProbeComparison.Content) -> ProbeMessage.Content {
        switch content {
        case .same: .same
        case .different: .different
        case .notCompared: .notCompared
        }
    }

    /// Columns as wide as their widest cell.
    private func table(_ rows: [[String]]) -> String {
        let rows = rows.map { $0.map(\.printable) }
        let count = rows.lazy.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.lazy.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            var line = row.enumerated().map { column, cell in
                cell + String(repeating: " ", count: widths[column] - cell.count)
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
