public import Messages
public import NetworkTypes
import SiteModel

/// The files of a new site: one agency, one segment, and comments that say what may follow.
public enum MinimalSite {
    /// The header line of `systems.csv`, with its line end.
    public static let systemsHeader = SystemsReader.columns.joined(separator: ",") + "\n"

    /// The id of the one segment.
    public static let segmentID = "lan"

    /// `site.yaml`; `agencyID` has to be a valid id (`isValid`), `name` any text. Comments stand in both languages,
    /// the given one first; the site is named after the agency.
    public static func text(
        agencyID: String, name: String, prefixes: [IPPrefix] = [], language: Language = .vietnamese
    ) -> String {
        func comment(_ message: InitialSiteMessage, indent: String = "") -> String {
            let order = [language] + Language.allCases.filter { $0 != language }
            return order.map { "\(indent)# \(message.text(in: $0))\n" }.joined()
        }
        let (id, name) = (quoted(agencyID), quoted(name))
        let ipv6 = prefixes.contains { $0.family == .ipv6 }
        let policy = SitePolicy.standard
        var text = comment(.title)
        text += "schema: \(SiteReader.schema)\n"
        text += "id: \(id)\nname: {vi: \(name), en: \(name)}\n"
        text += comment(.offset) + "utcOffset: \"+07:00\"\n"
        text += comment(.policy)
        text +=
            "policy: {minimumObservation: \(DurationText.text(policy.minimumObservation)), workingDay: \(policy.workingDay)}\n"
        text += "profiles: [ipv6-only-2026-2030, circular-06-2026]\n"
        text += "agencies:\n" + comment(.agency, indent: "  ")
        text += "  - {id: \(id), level: commune, kind: committee, names: [{vi: \(name), en: \(name)}]}\n"
        text += "segments:\n" + comment(.segment, indent: "  ")
        text += "  - id: \(segmentID)\n    name: {vi: \"Mạng LAN trụ sở\", en: \"Office LAN\"}\n    kind: office-lan\n"
        text += "    owner: [{agency: \(id)}]\n" + comment(.prefixes, indent: "    ")
        text += "    prefixes: [\(prefixes.map { "\"\($0)\"" }.joined(separator: ", "))]\n"
        text += "    plan: {ipv6: true\(ipv6 ? ", target: dual-stack" : "")}\n"
        return text + comment(.next)
    }

    /// The text can be the id of an agency.
    public static func isValid(agencyID: String) -> Bool {
        let scalars = ScalarReader(file: "", problems: ProblemCollector())
        return scalars.identifier("id", Located(value: agencyID, line: 1, column: 1)) != nil
    }

    /// A YAML double-quoted scalar.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.printable.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
