import NetworkTypes
import SiteModel

/// A host that is there beside a row that is about it.
struct HostComparison {
    typealias Conflict = (column: String, existing: String, new: String)

    /// The existing host with what the row adds.
    private(set) var merged: ConfiguredHost
    private(set) var conflicts: [Conflict] = []

    init(_ existing: ConfiguredHost, _ row: InventoryRow) {
        merged = existing
        let new = row.host
        if row.isNamed, !Self.isSameName(existing.name, new.name) {
            conflicts.append(("component", existing.name, new.name))
        }
        // A device does not become a component by a list: the rows of a system belong together.
        if let system = new.system, system != existing.system {
            conflicts.append(("system", existing.system ?? "", system))
        }
        for family in AddressFamily.allCases {
            checkShared(
                existing.addresses.filter { $0.family == family }, new.addresses.filter { $0.family == family },
                "addresses")
        }
        checkShared(existing.macs, new.macs, "macs")
        merged.addresses += new.addresses.filter { !existing.addresses.contains($0) }
        merged.macs += new.macs.filter { !existing.macs.contains($0) }
        merged.names += new.names.filter { !existing.names.contains($0) }
        merged.ports += new.ports.filter { !existing.ports.contains($0) }
        merged.features += new.features.filter { !existing.features.contains($0) }
        fillTexts(new)
        if new.kind != .other {
            if existing.kind == .other {
                merged.kind = new.kind
            } else if existing.kind != new.kind {
                conflicts.append(("kind", existing.kind.rawValue, new.kind.rawValue))
            }
        }
        if new.readiness != .unknown {
            if existing.readiness == .unknown {
                merged.readiness = new.readiness
            } else if existing.readiness != new.readiness {
                conflicts.append(("readiness", existing.readiness.rawValue, new.readiness.rawValue))
            }
        }
        merged.mandatory = existing.mandatory || new.mandatory
        merged.verified = existing.verified || new.verified
    }

    private mutating func fillTexts(_ new: ConfiguredHost) {
        fill(\.segment, new.segment, "segment")
        fill(\.probe, new.probe, "probe") { $0 ? "yes" : "no" }
        fill(\.model, new.model, "model")
        fill(\.os, new.os, "os")
        fill(\.supportEnd, new.supportEnd, "support_end") { $0.description }
        fill(\.serial, new.serial, "serial")
        fill(\.location, new.location, "location")
        fill(\.purpose, new.purpose, "purpose")
        fill(\.responsible, new.responsible, "responsible")
        // A component's owner is its system's.
        if merged.system == nil {
            fill(\.owner, new.owner, "owner")
            fill(\.operatorAgency, new.operatorAgency, "operator")
        }
        fill(\.validity.from, new.validity.from, "valid_from") { $0.description }
        fill(\.validity.to, new.validity.to, "valid_to") { $0.description }
        fill(\.source, new.source, "source")
        fill(\.note, new.note, "note")
    }

    private mutating func fill(_ path: WritableKeyPath<ConfiguredHost, String?>, _ new: String?, _ column: String) {
        fill(path, new, column, isSame: { $0.folded == $1.folded }) { $0 }
    }

    private mutating func fill<Value: Equatable>(
        _ path: WritableKeyPath<ConfiguredHost, Value?>, _ new: Value?, _ column: String,
        isSame: (Value, Value) -> Bool = { $0 == $1 }, _ text: (Value) -> String
    ) {
        guard let new else { return }
        guard let old = merged[keyPath: path] else {
            merged[keyPath: path] = new
            return
        }
        if !isSame(old, new) { conflicts.append((column, text(old), text(new))) }
    }

    /// Both have some, and none in common.
    private mutating func checkShared<Value: Equatable & CustomStringConvertible>(
        _ existing: [Value], _ new: [Value], _ column: String
    ) {
        guard !existing.isEmpty, !new.isEmpty, !new.contains(where: { existing.contains($0) }) else { return }
        func text(_ values: [Value]) -> String { values.map(\.description).joined(separator: " ") }
        conflicts.append((column, text(existing), text(new)))
    }

    /// Also where the existing one got an address behind its name to be the only one of it.
    private static func isSameName(_ existing: String, _ new: String) -> Bool {
        if existing.folded == new.folded { return true }
        guard existing.hasSuffix(")"), let bracket = existing.lastIndex(of: "(") else {
            // `Máy tính 2`, the second without any address.
            guard let space = existing.lastIndex(of: " "), Int(existing[space...].dropFirst()) != nil else {
                return false
            }
            return String(existing[..<space]).folded == new.folded
        }
        return String(existing[..<bracket]).folded == new.folded
    }
}
