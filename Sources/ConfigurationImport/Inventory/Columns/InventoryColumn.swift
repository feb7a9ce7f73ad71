/// What a column of a list of devices holds. The raw values are the columns of `systems.csv`, in its order, but for
/// the last ones, which only office lists have.
enum InventoryColumn: String, CaseIterable {
    case system
    case nameVi = "name_vi"
    case nameEn = "name_en"
    case category, owner
    case operatorAgency = "operator"
    case level
    case dependsOn = "depends_on"
    case component, kind, mandatory, segment, names, addresses, macs, ports, probe, model, os
    case supportEnd = "support_end"
    case readiness, features, serial, location, purpose, responsible
    case validFrom = "valid_from"
    case validTo = "valid_to"
    case source, verified, note

    /// The number of the row; it tells devices from headings and footers.
    case ordinal
    /// What a device is called beside its host name.
    case deviceName
    case ipv4, ipv6, maker
    /// Known, and of no use here: prices, users, conditions.
    case passedOver

    /// The columns of a new `systems.csv`.
    static let ofSystems = allCases.prefix { $0 != .ordinal }

    /// A row can be a machine without it, but not without all of them.
    var identifies: Bool {
        switch self {
        case .component, .deviceName, .addresses, .ipv4, .ipv6, .macs, .system: true
        default: false
        }
    }
}
