public import NetworkTypes

/// A component of a system or a device, as the inventory lists it: one row of `systems.csv`.
public struct ConfiguredHost: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case server, workstation, printer, camera, phone, `switch`, router, firewall
        case accessPoint = "access-point"
        case tslcdTerminal = "tslcd-terminal"
        case other
    }

    /// What the owner says about IPv6 on it; indicator C14.
    public enum Readiness: String, Sendable, CaseIterable {
        case ready, configure, upgrade, replace, unknown
    }

    /// A port that the component serves, written `tcp/443`.
    public struct Port: Hashable, Sendable, Comparable, CustomStringConvertible {
        public enum Transport: String, Sendable, CaseIterable {
            case tcp, udp, sctp
        }

        public var transport: Transport
        public var number: UInt16

        public init(_ transport: Transport, _ number: UInt16) {
            self.transport = transport
            self.number = number
        }

        public var description: String { "\(transport.rawValue)/\(number)" }
        public static func < (a: Port, b: Port) -> Bool {
            a.transport != b.transport ? a.transport.rawValue < b.transport.rawValue : a.number < b.number
        }
    }

    /// Nil: a device that belongs to no system.
    public var system: String?
    /// The name of the row, unique among the components of its system or among the devices.
    public var name: String
    public var kind: Kind
    /// The system's state depends on it. Always false for a device.
    public var mandatory: Bool
    /// Nil: on no segment of the site, as with a system of the province.
    public var segment: String?
    /// DNS names in lower case.
    public var names: [String]
    public var addresses: [IPAddress]
    public var macs: [MACAddress]
    public var ports: [Port]
    /// `probe` may ask it; nil: the row does not say, and the scope alone decides.
    public var probe: Bool?
    public var model: String?
    public var os: String?
    /// The last day of the maker's support.
    public var supportEnd: CalendarDate?
    public var readiness: Readiness
    /// Words or `key=value` pairs, such as `vlan` or `lan=4`.
    public var features: [String]
    public var serial: String?
    public var location: String?
    public var purpose: String?
    /// The office that looks after it.
    public var responsible: String?
    /// The agency of the row; nil: the system's, else the segment's.
    public var owner: String?
    public var operatorAgency: String?
    public var validity: Validity
    /// Where the row comes from.
    public var source: String?
    /// A person confirmed the row.
    public var verified: Bool
    public var note: String?
    /// The line of `systems.csv`, 1-based; 0: not from a file.
    public var line: Int

    public init(
        system: String? = nil, name: String, kind: Kind = .other, mandatory: Bool = false, segment: String? = nil,
        names: [String] = [], addresses: [IPAddress] = [], macs: [MACAddress] = [], ports: [Port] = [],
        probe: Bool? = nil, model: String? = nil, os: String? = nil, supportEnd: CalendarDate? = nil,
        readiness: Readiness = .unknown, features: [String] = [], serial: String? = nil, location: String? = nil,
        purpose: String? = nil, responsible: String? = nil, owner: String? = nil, operatorAgency: String? = nil,
        validity: Validity = .always, source: String? = nil, verified: Bool = false, note: String? = nil, line: Int = 0
    ) {
        self.system = system
        self.name = name
        self.kind = kind
        self.mandatory = mandatory
        self.segment = segment
        self.names = names
        self.addresses = addresses
        self.macs = macs
        self.ports = ports
        self.probe = probe
        self.model = model
        self.os = os
        self.supportEnd = supportEnd
        self.readiness = readiness
        self.features = features
        self.serial = serial
        self.location = location
        self.purpose = purpose
        self.responsible = responsible
        self.owner = owner
        self.operatorAgency = operatorAgency
        self.validity = validity
        self.source = source
        self.verified = verified
        self.note = note
        self.line = line
    }

    /// `system/<system>/<component>` or `device/<component>`: the subject of waivers and exceptions.
    public var id: String { system.map { "system/\($0)/\(name)" } ?? "device/\(name)" }
}
