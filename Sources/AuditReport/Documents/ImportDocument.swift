/// What an import found and what it changed: `v6audit.import/1`.
public struct ImportDocument: Codable, Hashable, Sendable {
    public static let schema = "v6audit.import/1"

    public struct Host: Codable, Hashable, Sendable {
        @ExplicitNull public var name: String?
        public var file: String
        public var interfaces: [Interface]
    }

    public struct Interface: Codable, Hashable, Sendable {
        public var name: String
        @ExplicitNull public var mac: String?
        /// With `/LENGTH` only where the file or the system's default gives one.
        public var addresses: [String]
        public var line: UInt32
        public var shutdown: Bool
        /// `configured`, `enabled`, `disabled`, `not-configured` or `unknown`.
        public var ipv6: String
        /// `sent`, `suppressed`, `not-sent` or `unknown`.
        public var routerAdvertisements: String
    }

    public struct Service: Codable, Hashable, Sendable {
        @ExplicitNull public var host: String?
        public var transport: String
        public var port: UInt16
        public var families: [String]
        public var file: String
        public var line: UInt32
    }

    public struct Lease: Codable, Hashable, Sendable {
        @ExplicitNull public var address: String?
        @ExplicitNull public var mac: String?
        @ExplicitNull public var duid: String?
        @ExplicitNull public var name: String?
        @ExplicitNull public var prefix: String?
        public var file: String
        public var line: UInt32
    }

    public struct Name: Codable, Hashable, Sendable {
        public var name: String
        public var a: [String]
        public var aaaa: [String]
        public var file: String
        public var line: UInt32
    }

    public struct Pointer: Codable, Hashable, Sendable {
        public var address: String
        public var name: String
        public var file: String
        public var line: UInt32
    }

    public struct SwitchPort: Codable, Hashable, Sendable {
        @ExplicitNull public var device: String?
        public var mac: String
        @ExplicitNull public var vlan: UInt16?
        public var port: String
        public var file: String
        public var line: UInt32
    }

    public struct Change: Codable, Hashable, Sendable {
        /// `system/<system>/<component>` or `device/<component>`.
        public var host: String
        /// `added` or `changed`.
        public var change: String
        public var file: String
        public var line: UInt32

        public init(host: String, change: String, file: String, line: UInt32) {
            self.host = host
            self.change = change
            self.file = file
            self.line = line
        }
    }

    public struct Conflict: Codable, Hashable, Sendable {
        /// What the site has.
        public var host: String
        /// A column of `systems.csv`.
        public var column: String
        public var siteSays: String
        public var fileSays: String
        public var file: String
        public var line: UInt32

        public init(host: String, column: String, siteSays: String, fileSays: String, file: String, line: UInt32) {
            self.host = host
            self.column = column
            self.siteSays = siteSays
            self.fileSays = fileSays
            self.file = file
            self.line = line
        }
    }

    public struct Problem: Codable, Hashable, Sendable {
        public var file: String
        /// 1-based; null: the file as a whole.
        @ExplicitNull public var line: Int?
        /// 1-based; null: the line as a whole.
        @ExplicitNull public var column: Int?
        public var message: String

        public init(file: String, line: Int?, column: Int?, message: String) {
            self.file = file
            self.line = line
            self.column = column
            self.message = message
        }
    }

    public var schema = Self.schema
    /// The kind of all files; null where they are of several or none was recognised.
    @ExplicitNull public var kind: String?
    public var dryRun: Bool
    /// Hosts, services, leases and names that the site did not have from such a file, has otherwise, or has already.
    public var added: Int
    public var changed: Int
    public var unchanged: Int
    public var hosts: [Host] = []
    public var services: [Service] = []
    public var leases: [Lease] = []
    public var names: [Name] = []
    public var pointers: [Pointer] = []
    public var switchPorts: [SwitchPort] = []
    /// What a list of devices changes in `systems.csv`.
    public var changes: [Change] = []
    /// Rows of a list that say otherwise than the site, of which nothing is taken.
    public var conflicts: [Conflict] = []
    public var errors: [Problem]
}
