import Messages
public import SiteModel

/// Reads the files of a site: `site.yaml`, and where they exist `systems.csv` and `answers.yaml`.
public enum SiteLoader {
    public static let siteFile = "site.yaml"
    public static let systemsFile = "systems.csv"
    public static let answersFile = "answers.yaml"

    /// Throws everything that is wrong in the three files at once.
    public static func load(folder: String) throws(SiteError) -> Site {
        let problems = ProblemCollector()
        func text(_ name: String, needed: Bool) -> String? {
            do throws(SiteFile.Failure) {
                return try SiteFile.text(at: path(name, in: folder))
            } catch {
                switch error {
                case .missing: if needed { problems.add(.notFound, file: path(name, in: folder)) }
                case .problem(let message, let line, let column):
                    problems.add(message, file: path(name, in: folder), line: line, column: column)
                }
            }
            return nil
        }
        let site = text(siteFile, needed: true)
        let systems = text(systemsFile, needed: false)
        let answers = text(answersFile, needed: false)
        return try read(site: site, systems: systems, answers: answers, folder: folder, problems: problems)
    }

    /// Reads a site from the texts of its files; nil: the file does not exist. `folder` stands in reported paths.
    public static func read(
        site: String, systems: String? = nil, answers: String? = nil, folder: String = ""
    ) throws(SiteError) -> Site {
        try read(site: site, systems: systems, answers: answers, folder: folder, problems: ProblemCollector())
    }

    private static func read(
        site: String?, systems: String?, answers: String?, folder: String, problems: ProblemCollector
    ) throws(SiteError) -> Site {
        let files = [siteFile, systemsFile, answersFile].map { path($0, in: folder) }
        var result = site.flatMap { text -> Site? in
            guard let root = root(of: text, file: files[0], problems) else { return nil }
            return SiteReader(scalars: ScalarReader(file: files[0], problems: problems)).site(root)
        }
        // Without agencies and segments every reference would be reported as unknown.
        let declared = !problems.agencies.isEmpty && !problems.segments.isEmpty
        var rest = result ?? Site(id: "", name: LocalizedText(vi: "", en: ""))
        if let systems {
            SystemsReader(scalars: ScalarReader(file: files[1], problems: problems)).read(
                withoutMark(systems), into: &rest)
        }
        if let answers, let root = root(of: answers, file: files[2], problems) {
            AnswersReader(scalars: ScalarReader(file: files[2], problems: problems)).read(root, into: &rest)
        }
        if declared { problems.checkReferences() }
        if result != nil { result = rest }
        try problems.throwAny(order: files)
        guard let result else { throw SiteError(problems: []) }
        return result
    }

    private static func root(of text: String, file: String, _ problems: ProblemCollector) -> YAMLNode? {
        var reader = YAMLReader(file: file, problems: problems)
        return reader.root(of: withoutMark(text))
    }

    /// The text without a byte order mark.
    private static func withoutMark(_ text: String) -> String {
        text.unicodeScalars.first == "\u{feff}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func path(_ name: String, in folder: String) -> String {
        if folder.isEmpty { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
