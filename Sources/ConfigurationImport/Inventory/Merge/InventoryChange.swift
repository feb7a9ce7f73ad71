public import SiteModel

/// What a list of devices would change in a site. Nothing is ever taken away.
public struct InventoryChange: Sendable, Equatable {
    public struct Changed: Sendable, Equatable {
        public var before: ConfiguredHost
        /// With empty cells filled and addresses, cards, names, ports and features added.
        public var after: ConfiguredHost
        /// The line of the list, 1-based.
        public var line: Int
    }

    /// A row that says otherwise than a filled cell, so nothing of it is taken.
    public struct Conflict: Sendable, Equatable {
        /// The line of the list, 1-based.
        public var line: Int
        /// `ConfiguredHost.id` of what is there.
        public var existing: String
        /// The line of `systems.csv`; 0: a row further up in the list.
        public var existingLine: Int
        /// A column of `systems.csv`.
        public var column: String
        public var existingValue: String
        public var newValue: String
    }

    /// With names that are free, and the ids of systems that are there.
    public var added: [InventoryRow] = []
    public var changed: [Changed] = []
    /// As the site has them.
    public var unchanged: [ConfiguredHost] = []
    public var conflicts: [Conflict] = []

    public init() {}
}

extension InventoryTable {
    /// Compares the list with what a site has. A device is known by a card (MAC), else by an address, else by its name.
    public func merged(into systems: [InformationSystem], _ devices: [ConfiguredHost]) -> InventoryChange {
        var merger = InventoryMerger(systems: systems, devices: devices, rows: rows)
        for row in rows { merger.take(row) }
        return merger.change
    }
}
