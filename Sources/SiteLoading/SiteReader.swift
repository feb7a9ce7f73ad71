import Messages
import NetworkTypes
import SiteModel

/// `site.yaml` to a site without systems and answers.
struct SiteReader {
    static let schema = "v6audit.site/1"
    static let keys = [
        "schema", "id", "name", "utcOffset", "policy", "privacy", "profiles", "domains", "agencies", "successions",
        "segments", "captures", "addressPlan", "tunnels", "internetLines", "scope", "authorisations", "pins",
    ]

    let scalars: ScalarReader
    var problems: ProblemCollector { scalars.problems }

    /// Nil: a problem left nothing to build a site from; each has been reported.
    func site(_ root: YAMLNode) -> Site? {
        guard let file = MappingReader(root, name: "site.yaml", keys: Self.keys, scalars: scalars) else { return nil }
        Self.checkSchema(file, Self.schema)
        let id = file.required("id", scalars.identifier)
        let name = file.localizedText("name")
        var site = Site(id: id?.value ?? "", name: name ?? LocalizedText(vi: "", en: ""))
        if let offset = file.value("utcOffset", scalars.utcOffset) { site.utcOffsetMinutes = offset }
        site.policy = policy(file)
        site.privacy = privacy(file)
        site.profiles = file.values("profiles") { scalars.identifier($0, $1)?.value }
        site.agencies = agencies(file)
        site.successions = successions(file)
        site.segments = segments(file)
        site.domains = domains(file)
        site.captures = captures(file)
        site.addressPlan = addressPlan(file)
        site.tunnels = tunnels(file)
        site.internetLines = internetLines(file)
        site.scope = scope(file)
        site.authorisations = authorisations(file)
        site.pins = pins(file)
        return id == nil || name == nil ? nil : site
    }

    static func checkSchema(_ file: MappingReader, _ expected: String) {
        guard let found = file.requiredText("schema"), found.value != expected else { return }
        file.scalars.report(.wrongSchema(found: found.value, expected: expected), at: found)
    }

    /// Reports an id that an earlier member of the list has.
    func unique(_ id: Located<String>, in seen: inout [String: Int]) {
        if let line = seen[id.value] {
            scalars.report(.duplicateIdentifier(id.value, firstLine: line), at: id)
        } else {
            seen[id.value] = id.line
        }
    }

    private func policy(_ file: MappingReader) -> SitePolicy {
        var policy = SitePolicy.standard
        let keys = [
            "minimumObservation", "workingDay", "ipv6OnlyObservation", "window", "demonstration",
            "documentationPrefixes",
        ]
        guard let reader = file.mapping("policy", keys: keys) else { return policy }
        if let value = reader.value("minimumObservation", scalars.duration) { policy.minimumObservation = value }
        if let value = reader.value("workingDay", scalars.boolean) { policy.workingDay = value }
        if let value = reader.value("ipv6OnlyObservation", scalars.duration) { policy.ipv6OnlyObservation = value }
        if let value = reader.value("window", scalars.duration) { policy.window = value }
        if let value = reader.value("demonstration", scalars.boolean) { policy.demonstration = value }
        if let value = reader.value(
            "documentationPrefixes", { scalars.enumeration($0, $1, as: SitePolicy.DocumentationPrefixes.self) })
        {
            policy.documentationPrefixes = value
        }
        return policy
    }

    private func privacy(_ file: MappingReader) -> PrivacyPolicy {
        var privacy = PrivacyPolicy()
        guard let reader = file.mapping("privacy", keys: ["outsideNames", "retention"]) else { return privacy }
        if let value = reader.value(
            "outsideNames", { scalars.enumeration($0, $1, as: PrivacyPolicy.OutsideNames.self) })
        {
            privacy.outsideNames = value
        }
        privacy.retention = reader.value("retention", scalars.duration)
        return privacy
    }
}
