public import NetworkTypes
public import SiteModel

/// A device of an office's list.
public struct InventoryRow: Sendable, Equatable {
    /// What the list says of the system that the device belongs to, beside its id.
    public struct System: Sendable, Equatable {
        /// As the list names it, which may be its id.
        public var name: String
        public var english: String?
        public var category: SystemCategory?
        public var level: Int?
        public var dependsOn: [String] = []
    }

    /// With `line` set; a list without names gives the first address or MAC as its name.
    public var host: ConfiguredHost
    /// The list names the device.
    public var isNamed: Bool
    /// The row is about the system alone.
    public var isSystemOnly = false
    public var system: System?
    /// The unit as written; its agency is the host's owner, where the agencies were given.
    public var unit: String?
    /// Of the addresses that were written with one.
    public var prefixLengths: [IPAddress: UInt8] = [:]

    public init(host: ConfiguredHost, isNamed: Bool = true) {
        self.host = host
        self.isNamed = isNamed
    }
}

/// An office's list of devices.
public struct InventoryTable: Sendable, Equatable {
    /// In the order of the list.
    public var rows: [InventoryRow]

    public init(rows: [InventoryRow] = []) { self.rows = rows }
}
