import Messages
import NetworkTypes
import TrafficObservation

/// Leases that servers were seen to confirm; of an address the last word counts.
struct ZeekLeases {
    private struct Lease {
        let imported: ImportedLease
        /// Nil: never, or not told.
        let end: CaptureTime?
    }

    private var leases: [IPAddress: Lease] = [:]

    var count: Int { leases.count }

    mutating func read(_ row: ZeekRow, _ time: CaptureTime?) throws(ImportProblem) {
        let messages = row.list("msg_types")
        if messages.contains("RELEASE") || messages.contains("DECLINE") {
            let given =
                try row.value(["client_addr", "requested_addr"], { IPAddress($0) })
            if let given { leases[given] = nil }
            return
        }
        // An offer is no lease. Before Zeek 2.6 only confirmed ones were written, under another name.
        if row.value("msg_types") != nil || !messages.isEmpty, !messages.contains("ACK") { return }
        let assigned = try row.value(["assigned_addr", "assigned_ip"], { IPAddress($0) })
        guard let assigned, assigned.isHostUnicast else { return }
        let mac = try row.value("mac", { MACAddress($0) })
        let seconds = try row.value("lease_time", { RecordTime.epoch($0) })
        let name = [row.value("host_name"), row.value("client_fqdn")].compactMap(\.self).first { !$0.isEmpty }
        var end: CaptureTime?
        // All ones: for ever. RFC 2131 §3.3.
        if let time, let seconds, seconds.wholeSeconds > 0, seconds.wholeSeconds < 0xffff_ffff {
            let (sum, overflow) = time.nanoseconds.addingReportingOverflow(seconds.nanoseconds)
            end = overflow ? nil : CaptureTime(nanoseconds: sum)
        }
        leases[assigned] = Lease(
            imported: ImportedLease(address: assigned, mac: mac, name: name, line: row.line), end: end)
    }

    /// Those that had not ended when the file ended.
    func current(at time: CaptureTime?) -> [ImportedLease] {
        leases.values.filter { lease in
            guard let time, let end = lease.end else { return true }
            return end > time
        }
        .map(\.imported).sorted { $0.line < $1.line }
    }
}
