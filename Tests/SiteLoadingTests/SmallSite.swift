import Messages
import SiteLoading

/// The smallest site that loads, with one line per thing, and what goes wrong when a part of it is replaced.
enum SmallSite {
    static let text = """
        schema: v6audit.site/1
        id: van-phong
        name: {vi: Văn phòng, en: Office}
        agencies:
          - {id: xa-a, level: commune, kind: committee, names: [{vi: Xã A, en: Commune A}]}
        segments:
          - id: lan
            name: {vi: Mạng LAN, en: LAN}
            kind: office-lan
            owner: [{agency: xa-a}]
            prefixes: [10.0.0.0/24]

        """

    static let systemsHeader = "system,name_vi,owner,component,kind,segment,addresses,macs,ports,valid_from,valid_to\n"

    /// A problem without its file.
    struct Found: Equatable {
        let line: Int
        let column: Int
        let message: SiteMessage

        init(_ line: Int, _ column: Int, _ message: SiteMessage) {
            self.line = line
            self.column = column
            self.message = message
        }
    }

    static func problems(replacing old: String = "", with new: String = "", adding more: String = "") -> [Found] {
        var changed = text
        if let range = text.firstRange(of: old) { changed.replaceSubrange(range, with: new) }
        return problems(site: changed + more)
    }

    static func problems(site: String = text, systems: String? = nil, answers: String? = nil) -> [Found] {
        do throws(SiteError) {
            _ = try SiteLoader.read(site: site, systems: systems, answers: answers)
            return []
        } catch {
            return error.problems.map { Found($0.line, $0.column, $0.message) }
        }
    }
}
