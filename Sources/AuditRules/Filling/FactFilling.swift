public import HostClassification
public import HostCorrelation
import Messages
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
        var subjects = HostFacts.all(context, HostTraffic(context))
        subjects += SegmentFacts.all(context)
        subjects += ServiceFacts.all(context)
        subjects += SiteFacts.all(context)
        for number in subjects.indices {
            let agency = subjects[number].agency
            let name = index.history.name(of: agency, on: date)?.vietnamese
            subjects[number].details.values[.agency] = name ?? agency
        }
        return subjects
    }
}
