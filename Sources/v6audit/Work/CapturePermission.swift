import Glibc
import LiveCapture
import Messages
import NetworkTypes
import SiteModel

/// What the site says about capturing an interface: which segment that is, and until when it is allowed.
struct CapturePermission {
    let segment: String
    /// The end of the last day of the authorisation.
    let until: CaptureTime

    /// - Parameters:
    ///   - segment: as the user gave it.
    ///   - path: the file that is written; `captures:` may name it.
    init(
        _ folder: SiteFolder, interface: String, segment given: String?, path: String?, _ failure: Failure
    ) throws(ExitStatus) {
        let file = folder.path + "/site.yaml"
        let names = ["interface \(interface)"] + [path].compactMap { $0 }
        let site = folder.site
        let assigned = names.lazy.compactMap {
            site.captureAssignment(path: $0, interface: 0, siteFolder: folder.path)?.segment
        }.first
        guard let id = given ?? assigned else {
            throw failure.couldNotRun("segment", LiveMessage.segmentNeeded(interface: interface, file: file))
        }
        // The interface's own entry counts, whatever segment the user says.
        for id in [id, assigned].compactMap({ $0 })
        where site.segments.contains(where: { $0.id == id && $0.stateSecret }) {
            throw failure.couldNotRun("state-secret", LiveMessage.stateSecret(segment: id, file: file))
        }
        let today = Self.now.date(offsetMinutes: site.utcOffsetMinutes)
        let valid = site.authorisations(for: .capture, segment: id, on: today)
        let complete = valid.filter { Self.missing($0).isEmpty }
        guard let last = complete.compactMap(\.validity.to).max() else {
            let message =
                valid.first.map {
                    LiveMessage.authorisationIncomplete(id: $0.id, missing: Self.missing($0), file: file)
                } ?? Self.why(site, segment: id, today: today, file: file)
            throw failure.couldNotRun("not-authorised", message)
        }
        segment = id
        until = CaptureTime(endOf: last, offsetMinutes: site.utcOffsetMinutes)
    }

    private static var now: CaptureTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return CaptureTime(seconds: Int64(time.tv_sec))
    }

    /// Document and scope are there in every loaded site; domain reference §1.9 wants signer and window too.
    private static func missing(_ authorisation: Authorisation) -> [LiveMessage.AuthorisationPart] {
        var parts: [LiveMessage.AuthorisationPart] = []
        if authorisation.signer?.isEmpty ?? true { parts.append(.signer) }
        if authorisation.validity.from == nil { parts.append(.from) }
        if authorisation.validity.to == nil { parts.append(.to) }
        return parts
    }

    /// Why nothing holds today.
    private static func why(_ site: Site, segment: String, today: CalendarDate, file: String) -> LiveMessage {
        let others = site.authorisations.filter { $0.actions.contains(.capture) && $0.segments.contains(segment) }
        if let next = others.filter({ $0.validity.from.map { $0 > today } ?? false }).first,
            let first = next.validity.from
        {
            return .authorisationNotYet(id: next.id, segment: segment, first: "\(first)", file: file)
        }
        let past = others.compactMap { other in other.validity.to.map { (other.id, $0) } }.max { $0.1 < $1.1 }
        if let (id, last) = past {
            return .authorisationOver(id: id, segment: segment, last: "\(last)", file: file)
        }
        return .noAuthorisation(segment: segment, file: file)
    }
}
