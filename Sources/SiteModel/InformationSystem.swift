public import Messages

/// An information system that the agencies depend on.
public struct InformationSystem: Hashable, Sendable {
    public var id: String
    public var name: LocalizedText
    /// Nil: the row does not say.
    public var category: SystemCategory?
    public var owner: String?
    public var operatorAgency: String?
    /// The security level, 1…5; nil: not classified. Decree 331/2026.
    public var level: Int?
    /// Ids of systems; one that the site does not list is outside it.
    public var dependsOn: [String]
    /// Empty: the system is known by name only, and all its states are unknown.
    public var components: [ConfiguredHost]
    public var validity: Validity
    /// The passage of the plan or record that names it.
    public var source: String?
    public var verified: Bool
    public var note: String?
    /// The first line of the system in `systems.csv`, 1-based; 0: not from a file.
    public var line: Int

    public init(
        id: String, name: LocalizedText, category: SystemCategory? = nil, owner: String? = nil,
        operatorAgency: String? = nil, level: Int? = nil, dependsOn: [String] = [], components: [ConfiguredHost] = [],
        validity: Validity = .always, source: String? = nil, verified: Bool = false, note: String? = nil, line: Int = 0
    ) {
        self.id = id
        self.name = name
        self.category = category
        self.owner = owner
        self.operatorAgency = operatorAgency
        self.level = level
        self.dependsOn = dependsOn
        self.components = components
        self.validity = validity
        self.source = source
        self.verified = verified
        self.note = note
        self.line = line
    }
}

/// What an information system is for, in the codes of the inventory.
public enum SystemCategory: String, Sendable, CaseIterable {
    case tslcd
    case videoConference = "video-conf"
    case meetingRoom = "emeeting"
    case integrationPlatform = "lgsp"
    case electronicArchive = "e-archive"
    case sharedDatabase = "shared-db"
    case platform
    case dataCentreCloud = "dc-cloud"
    case internetUplink = "internet-uplink"
    case iot, monitoring, portal, mail
    case publicService = "public-service"
    case payment
    case documentManagement = "doc-mgmt"
    case oneStop = "one-stop"
    case dns
    /// Directory service.
    case directory = "ad"
    case vpn, camera, printer, voip, ntp, log
    /// Digital signatures.
    case signing = "sign"
    case lan, wifi, wan, firewall
    case other
}
