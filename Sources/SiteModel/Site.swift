public import Messages
public import NetworkTypes

/// What the user says about agencies, networks, systems and policy: the files of one site as values.
public struct Site: Hashable, Sendable {
    public var id: String
    public var name: LocalizedText
    /// For working days and due dates; evidence stays in UTC. In minutes, east positive.
    public var utcOffsetMinutes: Int
    public var policy: SitePolicy
    public var privacy: PrivacyPolicy
    public var profiles: [String]
    public var domains: [Domain]
    public var agencies: [Agency]
    public var successions: [Succession]
    public var segments: [Segment]
    /// The first match wins.
    public var captures: [CaptureAssignment]
    public var addressPlan: [AddressGrant]
    public var tunnels: [Tunnel]
    public var internetLines: [InternetLine]
    public var scope: ProbeScope
    public var authorisations: [Authorisation]
    public var pins: [Pin]
    public var systems: [InformationSystem]
    /// Listed machines that belong to no system.
    public var devices: [ConfiguredHost]
    public var answers: [Answer]
    public var waivers: [Waiver]
    public var exceptions: [Exception]

    public init(
        id: String, name: LocalizedText, utcOffsetMinutes: Int = 7 * 60, policy: SitePolicy = .standard,
        privacy: PrivacyPolicy = PrivacyPolicy(), profiles: [String] = [], domains: [Domain] = [],
        agencies: [Agency] = [], successions: [Succession] = [], segments: [Segment] = [],
        captures: [CaptureAssignment] = [], addressPlan: [AddressGrant] = [], tunnels: [Tunnel] = [],
        internetLines: [InternetLine] = [], scope: ProbeScope = ProbeScope(), authorisations: [Authorisation] = [],
        pins: [Pin] = [], systems: [InformationSystem] = [], devices: [ConfiguredHost] = [], answers: [Answer] = [],
        waivers: [Waiver] = [], exceptions: [Exception] = []
    ) {
        self.id = id
        self.name = name
        self.utcOffsetMinutes = utcOffsetMinutes
        self.policy = policy
        self.privacy = privacy
        self.profiles = profiles
        self.domains = domains
        self.agencies = agencies
        self.successions = successions
        self.segments = segments
        self.captures = captures
        self.addressPlan = addressPlan
        self.tunnels = tunnels
        self.internetLines = internetLines
        self.scope = scope
        self.authorisations = authorisations
        self.pins = pins
        self.systems = systems
        self.devices = devices
        self.answers = answers
        self.waivers = waivers
        self.exceptions = exceptions
    }

    /// The components of all systems, then the devices, in the order of the file.
    public var configuredHosts: [ConfiguredHost] { systems.flatMap(\.components) + devices }

    /// The first entry of `captures:` for an interface of a file; nil: none is meant.
    /// `path` is matched as given and by its part below `siteFolder`.
    public func captureAssignment(path: String, interface: Int, siteFolder: String) -> CaptureAssignment? {
        captures.first { $0.matches(path: path, interface: interface, siteFolder: siteFolder) }
    }

    /// The authorisations that cover an action on a segment on a day.
    public func authorisations(
        for action: Authorisation.Action, segment: String, on date: CalendarDate
    ) -> [Authorisation] {
        authorisations.filter { $0.covers(action, segment: segment, on: date) }
    }
}
