import HostCorrelation
import NetworkTypes
import SiteModel
import TrafficObservation

/// The facts of agencies and of the site as a whole.
enum SiteFacts {
    static func all(_ context: FactContext) -> [SubjectFacts] {
        [site(context)] + agencies(context)
    }

    private static func site(_ context: FactContext) -> SubjectFacts {
        var row = FactRow(.site)
        let site = context.site
        row.set(.siteCaptures, count: context.set.capturesOfPackets.count)
        row.set(.siteLargestCapturedFrame, count: context.set.captures.map(\.largestFrame).max() ?? 0)
        row.set(.siteUnresolvedLinks, count: context.table.links.filter { $0.segment == nil }.count)
        row.set(.siteOutsideNamesKept, site.privacy.outsideNames == .keep)

        var unauthorised: [String] = []
        var secret: [String] = []
        var used: Set<String> = []
        for link in context.table.links {
            guard let id = link.segment, let segment = context.index.segment(id) else { continue }
            if segment.stateSecret { secret.append(id) }
            let day = link.firstSeen.date(offsetMinutes: site.utcOffsetMinutes)
            let valid = site.authorisations(for: .capture, segment: id, on: day).filter { $0.signer != nil }
            if valid.isEmpty { unauthorised.append(id) }
            used.formUnion(valid.map(\.id))
        }
        row.set(.siteUnauthorisedCaptures, count: unauthorised.count)
        row.set(.siteStateSecretCaptures, count: secret.count)
        row.set(
            .siteAuthorisationsWithoutNotice,
            count: site.authorisations.filter { used.contains($0.id) && $0.staffNotice == nil }.count)
        if let retention = site.privacy.retention {
            let limit = retention.components.seconds
            let late = context.set.capturesOfPackets.filter { capture in
                guard let last = capture.lastSeen else { return false }
                return context.date.dayNumber - last.date(offsetMinutes: site.utcOffsetMinutes).dayNumber > limit
                    / 86_400
            }
            row.set(.siteCapturesPastRetention, count: late.count)
        }
        let details = SubjectDetails(values: [
            .segments: FactContext.list((secret + unauthorised).sorted()),
            .captures: FactContext.list(context.set.capturesOfPackets.map(\.path)),
        ])
        return SubjectFacts(Subject(.site, site.id), agency: AuditSnapshot.unassigned, row: row, details: details)
    }

    /// Agencies that exist on the day of the audit.
    private static func agencies(_ context: FactContext) -> [SubjectFacts] {
        let owned = context.site.segments.map { segment in
            (segment, context.index.history.currentOwner(of: segment.owner, on: context.date).responsible)
        }
        let owners = Set(owned.compactMap(\.1))
        return context.index.history.agencies(on: context.date).map { agency in
            var row = FactRow(.agency)
            let own = owned.filter { $0.1 == agency.id }.flatMap(\.0.prefixes).filter(isPrivate)
            let others = owned.filter { $0.1 != agency.id && $0.1 != nil }.flatMap { entry in
                entry.0.prefixes.filter(isPrivate).map { ($0, entry.1 ?? "") }
            }
            let overlaps = own.flatMap { prefix in
                others.filter { $0.0.contains(prefix) || prefix.contains($0.0) }.map { "\(prefix) ↔ \($0.0) (\($0.1))" }
            }
            row.set(.agencyPrivateIPv4Prefixes, count: own.count)
            if owners.count > 1 { row.set(.agencyOverlappingIPv4Prefixes, count: overlaps.count) }
            return SubjectFacts(
                Subject(.agency, agency.id), agency: agency.id, row: row,
                details: SubjectDetails(values: [.overlaps: FactContext.list(overlaps.sorted())]))
        }
    }

    /// RFC 1918 and the shared space of RFC 6598.
    private static func isPrivate(_ prefix: IPPrefix) -> Bool {
        guard let address = prefix.address.ipv4 else { return false }
        return address.isPrivate || address.value >> 22 == 0x6440_0000 >> 22
    }
}
