import AuditRules
import Messages
import RuleCatalog
import Testing

@Suite struct RuleCatalogTests {
    /// One case of one rule, named for the report of the test.
    struct Example: Sendable, CustomTestStringConvertible {
        let rule: Rule
        let example: RuleCase
        var testDescription: String { "\(rule.id): \(example.name)" }
    }

    static let rules = (try? RuleLoader.load(BuiltInText.rules)) ?? []
    static let examples = rules.flatMap { rule in
        ((try? RuleFolder.cases(of: rule)) ?? []).map { Example(rule: rule, example: $0) }
    }

    @Test func loadsWithoutAProblem() throws {
        do {
            let rules = try RuleLoader.load(BuiltInText.rules)
            #expect(rules.count >= 30)
        } catch {
            Issue.record("\(error.text(in: .english))")
        }
    }

    @Test func everyCasesFileLoads() throws {
        for rule in Self.rules {
            do {
                let cases = try RuleFolder.cases(of: rule)
                #expect(cases != nil, "\(rule.id) has no cases")
            } catch let error as RuleError {
                Issue.record("\(error.text(in: .english))")
            }
        }
    }

    @Test(arguments: examples)
    func givesTheVerdictOfTheCase(_ entry: Example) throws {
        let outcome = try #require(entry.example.outcome(of: entry.rule))
        #expect(outcome.verdict == entry.example.verdict)
        if let severity = entry.example.severity { #expect(outcome.severity == severity) }
        if let missing = entry.example.missing { #expect(Set(outcome.missing.map(\.fact)) == Set(missing)) }
        if outcome.verdict == .unknown { #expect(!outcome.missing.isEmpty) }
    }

    @Test(arguments: rules)
    func hasCasesForGoodBadAndUndecided(_ rule: Rule) throws {
        let verdicts = Set(try #require(try RuleFolder.cases(of: rule)).map(\.verdict))
        #expect(verdicts.contains(.pass))
        #expect(!verdicts.isDisjoint(with: [.fail, .warn]))
        #expect(!verdicts.isDisjoint(with: [.unknown, .notApplicable]))
        if rule.conditions.fails != nil { #expect(verdicts.contains(.fail)) }
        if rule.conditions.warns != nil { #expect(verdicts.contains(.warn)) }
    }

    @Test(arguments: rules)
    func isNamedLikeItsFile(_ rule: Rule) {
        let family = rule.id.prefix { $0 != "-" }
        #expect(rule.path == "\(family)/\(rule.id)-\(rule.slug).yaml")
    }

    @Test(arguments: rules)
    func staysShort(_ rule: Rule) throws {
        let text = try #require(BuiltInText.rules.first { $0.path == rule.path }).text
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 81)
    }

    @Test(arguments: rules)
    func citesSomething(_ rule: Rule) { #expect(!rule.references.isEmpty) }

    @Test(arguments: rules)
    func saysDifferentThingsInTheTwoLanguages(_ rule: Rule) {
        let texts = [rule.text.title, rule.text.finding, rule.text.why, rule.text.remediation, rule.text.verify]
        for text in texts { #expect(text.vietnamese != text.english) }
    }

    @Test func everyCasesFileBelongsToARule() throws {
        let paths = Set(Self.rules.map(\.path))
        for file in try RuleFolder.files() where file.path.hasSuffix(".cases.yaml") {
            #expect(paths.contains(file.path.replacing(".cases.yaml", with: ".yaml")))
        }
    }

    /// A fact that no rule asks for would be filled for nothing.
    @Test func everyFactIsUsedByARule() {
        let conditions = Self.rules.flatMap { rule in
            let all = rule.conditions
            return [all.applies, all.needs, all.passNeeds] + [all.fails, all.warns].compactMap { $0 }
        }
        let used = Set(conditions.flatMap(\.facts))
        let unused = FactKey.allCases.filter { !used.contains($0) }.map(\.definition.name)
        #expect(unused.isEmpty)
    }
}
