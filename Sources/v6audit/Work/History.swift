import AuditReport
import AuditRules
import AuditStorage
import Foundation
import HostClassification
import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import TrafficObservation

/// The history of a site: what commands keep in it and ask of it.
enum History {
    struct Stored {
        let document: AuditDocument
        let bytes: [UInt8]
    }

    static func open(_ folder: SiteFolder, _ failure: Failure) throws(ExitStatus) -> SQLiteAuditStore {
        do {
            return try SQLiteAuditStore(path: folder.historyPath, readOnly: false)
        } catch {
            throw failure.couldNotRun("history", error.message, file: folder.historyPath)
        }
    }

    /// The newest audit, or the newest not after a day.
    static func document(of folder: SiteFolder, asOf: CalendarDate?, _ failure: Failure) throws(ExitStatus) -> Stored {
        guard FileManager.default.fileExists(atPath: folder.historyPath) else {
            throw failure.couldNotRun("history", CommandMessage.noAuditYet(site: folder.path), file: folder.historyPath)
        }
        let limit = asOf.map { CaptureTime(endOf: $0, offsetMinutes: folder.site.utcOffsetMinutes) }
        do {
            let store = try SQLiteAuditStore(path: folder.historyPath, readOnly: true)
            guard let header = try store.latest(notAfter: limit), let bytes = try store.document(of: header.id) else {
                throw failure.couldNotRun(
                    "history",
                    asOf.map { CommandMessage.noAuditBefore(date: $0.description) } ?? .noAuditYet(site: folder.path),
                    file: folder.historyPath)
            }
            return Stored(document: try AuditDocument.read(bytes), bytes: bytes)
        } catch let error as StoreError {
            throw failure.couldNotRun("history", error.message, file: folder.historyPath)
        } catch let status as ExitStatus {
            throw status
        } catch {
            throw failure.couldNotRun(
                "history", CommandMessage.storeReadFailed(reason: "\(error)"), file: folder.historyPath)
        }
    }

    /// By what a host is recognised in a later audit: a manufacturer's MAC anywhere in the site, else MAC or address
    /// on its segment. A link that belongs to no segment has no name in another audit.
    static func keys(of host: HostRecord, segments: Set<String>) -> [HostKey] {
        let segment = host.links.first { segments.contains($0) }
        let fixed = host.macs.filter { !$0.isLocallyAdministered }.map { HostKey(link: nil, machine: .mac($0)) }
        guard fixed.isEmpty, let segment else { return fixed }
        if !host.macs.isEmpty { return host.macs.map { HostKey(link: segment, machine: .mac($0)) } }
        return (host.ipv4 + host.ipv6).map { HostKey(link: segment, machine: .address($0.address)) }
    }

    /// The ids that hosts of the site were given before.
    static func knownIdentifiers(
        _ store: SQLiteAuditStore, segments: Set<String>, _ failure: Failure
    ) throws(ExitStatus) -> @Sendable (HostRecord) -> String? {
        do {
            let known = try store.hostIdentifiers()
            return { host in keys(of: host, segments: segments).lazy.compactMap { known[$0] }.first }
        } catch {
            throw failure.couldNotRun("history", error.message)
        }
    }

    /// What audits within the window before a moment proved of hosts, by id.
    static func earlierStates(
        _ store: SQLiteAuditStore, before moment: CaptureTime, window: Duration, _ failure: Failure
    ) throws(ExitStatus) -> @Sendable (HostRecord) -> [ProvenState] {
        do {
            let states = try store.provenStates(before: moment, since: moment.earlier(by: window))
            var known: [String: [ProvenState]] = [:]
            for stored in states {
                // A state that only a newer version knows counts for nothing here.
                guard let state = HostState(rawValue: stored.state) else { continue }
                known[stored.host, default: []].append(
                    ProvenState(state, audit: stored.audit, provenAt: stored.lastEvidence))
            }
            let found = known
            return { found[$0.id] ?? [] }
        } catch {
            throw failure.couldNotRun("history", error.message)
        }
    }

    /// Adds the audit; false when the same was there before.
    static func save(
        _ snapshot: AuditSnapshot, document: [UInt8], in store: SQLiteAuditStore, _ failure: Failure
    ) throws(ExitStatus) -> Bool {
        let segments = Set(snapshot.site.segments.map(\.id))
        let hosts = zip(snapshot.profiles, snapshot.agencyOfHost).map { profile, agency in
            StoredHost(
                id: profile.host.id, keys: keys(of: profile.host, segments: segments), state: profile.state.rawValue,
                provisional: !profile.isObservationFinal, agency: agency)
        }
        let verdicts = snapshot.findings.map { finding in
            StoredVerdict(
                rule: finding.rule, subjectKind: finding.subject.kind.rawValue, subjectID: finding.subject.id,
                verdict: finding.verdict.rawValue, severity: finding.severity.rawValue, phase: finding.phase.rawValue,
                agency: finding.agency)
        }
        let captures = snapshot.observations.capturesOfPackets.map { capture in
            StoredCapture(
                path: capture.path, sha256: capture.sha256, packets: capture.packets, firstSeen: capture.firstSeen,
                lastSeen: capture.lastSeen)
        }
        let header = AuditHeader(
            id: snapshot.id, asOf: snapshot.asOf, windowFrom: snapshot.windowFrom, windowTo: snapshot.windowTo,
            toolVersion: V6Audit.version)
        do {
            return try store.save(
                StoredAudit(header: header, document: document, hosts: hosts, verdicts: verdicts, captures: captures))
        } catch {
            throw failure.couldNotRun("history", error.message)
        }
    }
}

extension CaptureTime {
    /// As far back as the type reaches at most.
    fileprivate func earlier(by duration: Duration) -> CaptureTime {
        let (seconds, isLarge) = duration.components.seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (nanoseconds, isEarly) = nanoseconds.subtractingReportingOverflow(isLarge ? .max : seconds)
        return CaptureTime(nanoseconds: isEarly ? .min : nanoseconds)
    }
}
