import AuditPipeline
import AuditRules
import Foundation
import HostClassification
import HostCorrelation
import Messages
import NetworkTypes
import RuleCatalog
import SiteModel
import Testing

@Suite struct StreamedEvaluationTests {
    @Test func findsWhatTheSubjectsWithAllTheirDetailsShow() throws {
        let path = Corpus.samples.appending(path: "office-a/capture.pcap").path
        let set = CaptureScan().run([path]).observations
        let site = Site(
            id: "test", name: LocalizedText(vi: "Thử", en: "Test"),
            policy: SitePolicy(minimumObservation: .seconds(1), workingDay: false, demonstration: true))
        let table = HostCorrelator.correlate(set, site: site)
        let profiles = HostClassifier.classify(table, set, site: site)
        let agencies = profiles.indices.map { "a\($0 % 3)" }
        let day = CalendarDate(dayNumber: 20_000)
        let rules = try RuleLoader.load(BuiltInText.rules.map { ($0.path, $0.text) as RuleLoader.File })

        let subjects = FactFilling.subjects(
            set: set, table: table, profiles: profiles, index: SiteIndex(site), date: day, agencyOfHost: agencies)
        let expected = RuleEvaluator.evaluate(rules, subjects, policy: PolicyValues(), asOf: day)
        var evaluator = RuleEvaluator(rules: rules, policy: PolicyValues(), asOf: day)
        FactFilling.evaluate(
            into: &evaluator, set: set, table: table, profiles: profiles, index: SiteIndex(site), date: day,
            agencyOfHost: agencies)
        let evaluation = evaluator.finish()
        #expect(evaluation == expected)
        #expect(
            evaluation.findings.contains { $0.subject.kind == .host && $0.verdict == .fail && !$0.evidence.isEmpty })
    }
}
