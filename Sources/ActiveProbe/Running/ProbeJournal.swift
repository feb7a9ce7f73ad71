import Foundation
public import NetworkTypes

/// One line of JSON for each finished action, so that a run that was stopped can be gone on with. The file is only ever
/// appended to; a last line that was cut is passed over.
public struct ProbeJournal: Sendable {
    static let name = "v6audit.probe-journal/1"
    /// A journal beyond this is not read, in bytes.
    public static let mostBytes = 1 << 30

    struct Head: Codable {
        var journal: String
        var digest: String
        /// Nanoseconds since 1970.
        var started: Int64
    }

    struct Line: Codable {
        var action: String
        var report: ActionReport
    }

    public let digest: String
    public let started: CaptureTime
    var reports: [String: ActionReport] = [:]

    /// A new one.
    public init(digest: String, started: CaptureTime) {
        self.digest = digest
        self.started = started
    }

    /// Nil: the bytes are no journal.
    public init?(_ bytes: [UInt8]) {
        let decoder = JSONDecoder()
        var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: true)[...]
        guard let first = lines.popFirst(), let head = try? decoder.decode(Head.self, from: Data(first)),
            head.journal == Self.name
        else { return nil }
        digest = head.digest
        started = CaptureTime(nanoseconds: head.started)
        for line in lines {
            guard let entry = try? decoder.decode(Line.self, from: Data(line)) else { continue }
            reports[entry.action] = entry.report
        }
    }

    public var actionCount: Int { reports.count }

    /// The first line of the file.
    public var headLine: [UInt8] {
        Self.line(Head(journal: Self.name, digest: digest, started: started.nanoseconds))
    }

    static func line(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return [] }
        return Array(data) + [0x0a]
    }
}
