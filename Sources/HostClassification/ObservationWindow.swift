import HostCorrelation
import NetworkTypes
import SiteModel
import TrafficObservation

/// How long a link was watched: the time that the captures cover, gaps left out.
struct ObservationWindow {
    private(set) var nanoseconds: Int64 = 0
    /// A Monday to Friday at the site's offset from UTC.
    private(set) var hasWorkingDay = false

    init(_ links: [LinkObservation], utcOffsetMinutes: Int) {
        var end: CaptureTime?
        for link in links.sorted(by: { $0.firstSeen < $1.firstSeen }) {
            let start = max(link.firstSeen, end ?? link.firstSeen)
            let more = link.lastSeen.nanoseconds(since: start)
            if more > 0 { nanoseconds = nanoseconds.addingReportingOverflow(more).partialValue }
            end = max(link.lastSeen, end ?? link.lastSeen)
            let first = link.firstSeen.date(offsetMinutes: utcOffsetMinutes).dayNumber
            let last = link.lastSeen.date(offsetMinutes: utcOffsetMinutes).dayNumber
            if CalendarDate.hasWorkingDay(from: first, to: last) { hasWorkingDay = true }
        }
    }

    func lasts(_ minimum: Duration, _ policy: SitePolicy) -> Bool {
        Duration.nanoseconds(nanoseconds) >= minimum && (hasWorkingDay || !policy.workingDay)
    }
}

/// What a link lets be said about the absence of things on it.
struct LinkVisibility {
    let isRouted: Bool
    let whole: ObservationWindow
    let lastSeen: CaptureTime
    /// Over the captures where IPv6 could have been seen.
    private let visible: ObservationWindow?
    private let senders: Set<MACAddress>
    private let isByVantage: Bool

    init(_ link: LinkRecord, _ set: ObservationSet, utcOffsetMinutes: Int) {
        isRouted = link.isRouted
        lastSeen = link.lastSeen
        whole = ObservationWindow(link.onLink.map { set.links[$0] }, utcOffsetMinutes: utcOffsetMinutes)
        let seen = link.onLink.filter {
            !set.links[$0].multicastIPv6Senders.isEmpty || link.visibleByVantage.contains($0)
        }
        visible =
            seen.isEmpty
            ? nil : ObservationWindow(seen.map { set.links[$0] }, utcOffsetMinutes: utcOffsetMinutes)
        senders = seen.reduce(into: []) { $0.formUnion(set.links[$1].multicastIPv6Senders) }
        isByVantage = !link.visibleByVantage.isEmpty
    }

    /// The window in which another host's IPv6 could be heard; nil: it could not.
    func window(besides macs: [MACAddress]) -> ObservationWindow? {
        isByVantage || senders.contains { !macs.contains($0) } ? visible : nil
    }
}
