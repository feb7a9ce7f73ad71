public import HostClassification
public import HostCorrelation
public import NetworkTypes
public import SiteModel
public import TrafficObservation

/// Turns what was seen and what the user says into subjects with facts, ready for the rules.
public enum FactFilling {
    /// Hosts, segments, services, agencies and the site.
    ///
    /// - Parameter agencyOfHost: in the order of `profiles`.
    public static func subjects(
        set: ObservationSet, table: HostTable, profiles: [HostProfile], index: SiteIndex, date: CalendarDate,
        agencyOfHost: [String]
    ) -> [SubjectFacts] {
        let context = FactContext(
            set: set, table: table, profiles: profiles, index: index, date: date, agencyOfHost: agencyOfHost)
        let hosts = HostFacts(context)
        let all = profiles.indices.filter(hosts.isSubject).map { number in
            let row = hosts.row(of: number)
            return SubjectFacts(
                Subject(.host, profiles[number].host.id), agency: agencyOfHost[number], row: row,
                details: hosts.details(of: number, row, .all))
        }
        var linked = LinkHosts(context)
        for number in profiles.indices { linked.add(number) }
        return all + others(context, &linked)
    }

    /// Asks the rules of all subjects one after the other; of a host the evaluator keeps a few numbers.
    ///
    /// - Parameter agencyOfHost: in the order of `profiles`.
    public static func evaluate(
        into evaluator: inout RuleEvaluator, set: ObservationSet, table: HostTable, profiles: [HostProfile],
        index: SiteIndex, date: CalendarDate, agencyOfHost: [String]
    ) {
        let context = FactContext(
            set: set, table: table, profiles: profiles, index: index, date: date, agencyOfHost: agencyOfHost)
        let hosts = HostFacts(context)
        let maker = DetailMaker {
            hosts.row(of: $0)
        } details: {
            hosts.details(of: $0, $1, $2)
        }
        evaluator.prepare(.host, count: profiles.count, maker: maker)
        var row = FactRow(.host)
        var linked = LinkHosts(context)
        for number in profiles.indices {
            linked.add(number)
            guard hosts.isSubject(number) else { continue }
            row.reset()
            hosts.fill(&row, number)
            evaluator.add(
                profiles[number].host.compactIdentifier, agency: agencyOfHost[number], row: row, made: number)
        }
        for subject in others(context, &linked) { evaluator.add(subject) }
    }

    /// Segments, services, agencies and the site.
    private static func others(_ context: FactContext, _ hosts: inout LinkHosts) -> [SubjectFacts] {
        hosts.settle()
        var subjects = SegmentFacts.all(context, hosts)
        subjects += ServiceFacts.all(context)
        subjects += SiteFacts.all(context)
        for number in subjects.indices {
            subjects[number].details.values[.agency] = context.name(ofAgency: subjects[number].agency)
        }
        return subjects
    }
}
