import NetworkTypes
import SiteModel

/// A row of `systems.csv` by column; empty cells are left out.
struct SystemsColumns: Equatable {
    private(set) var cells: [InventoryColumn: String] = [:]

    init(_ host: ConfiguredHost) {
        set(.system, host.system)
        set(.component, host.name)
        set(.kind, host.kind == .other ? nil : host.kind.rawValue)
        set(.mandatory, host.mandatory ? "yes" : nil)
        set(.segment, host.segment)
        set(.names, Self.list(host.names))
        set(.addresses, Self.list(host.addresses))
        set(.macs, Self.list(host.macs))
        set(.ports, Self.list(host.ports))
        set(.probe, host.probe.map { $0 ? "yes" : "no" })
        set(.model, host.model)
        set(.os, host.os)
        set(.supportEnd, host.supportEnd?.description)
        set(.readiness, host.readiness == .unknown ? nil : host.readiness.rawValue)
        set(.features, Self.list(host.features))
        set(.serial, host.serial)
        set(.location, host.location)
        set(.purpose, host.purpose)
        set(.responsible, host.responsible)
        set(.validFrom, host.validity.from?.description)
        set(.validTo, host.validity.to?.description)
        set(.source, host.source)
        set(.verified, host.verified ? "yes" : nil)
        set(.note, host.note)
        // A system's owner stands in its first row only.
        guard host.system == nil else { return }
        set(.owner, host.owner)
        set(.operatorAgency, host.operatorAgency)
    }

    /// - Parameter isFirst: of its system, so the system's own columns stand in it.
    init(_ row: InventoryRow, isFirst: Bool) {
        self.init(row.host)
        if row.isSystemOnly { cells[.component] = nil }
        guard isFirst, let system = row.system else { return }
        set(.nameVi, system.name)
        set(.nameEn, system.english)
        set(.category, system.category?.rawValue)
        set(.level, system.level.map { String($0) })
        set(.dependsOn, Self.list(system.dependsOn))
        set(.owner, row.host.owner)
        set(.operatorAgency, row.host.operatorAgency)
    }

    private mutating func set(_ column: InventoryColumn, _ text: String?) {
        cells[column] = text.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func list(_ values: [some CustomStringConvertible]) -> String {
        values.map(\.description).joined(separator: " ")
    }
}
