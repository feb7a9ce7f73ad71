/// Where a fact was seen: a frame of a capture, a line of a file, or a probe.
public enum EvidenceDocument: Hashable, Sendable {
    /// `filter` is a Wireshark display filter; nil where the place alone is known.
    case packet(capture: Int, frame: UInt64, time: String, filter: String?)
    case file(path: String, line: Int)
    case probe(name: String, time: String)
}

extension EvidenceDocument {
    /// Of a frame: the index into `captures`.
    public var capture: Int? {
        if case .packet(let capture, _, _, _) = self { capture } else { nil }
    }
    /// 1-based, as Wireshark counts.
    public var frame: UInt64? {
        if case .packet(_, let frame, _, _) = self { frame } else { nil }
    }
    public var filter: String? {
        if case .packet(_, _, _, let filter) = self { filter } else { nil }
    }
    /// RFC 3339; nil for a line of a file.
    public var time: String? {
        switch self {
        case .packet(_, _, let time, _), .probe(_, let time): time
        case .file: nil
        }
    }
    public var file: String? {
        if case .file(let path, _) = self { path } else { nil }
    }
    public var line: Int? {
        if case .file(_, let line) = self { line } else { nil }
    }
    public var probe: String? {
        if case .probe(let name, _) = self { name } else { nil }
    }
}

extension EvidenceDocument: Codable {
    private enum CodingKeys: String, CodingKey { case capture, frame, time, filter, file, line, probe }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let path = try container.decodeIfPresent(String.self, forKey: .file) {
            self = .file(path: path, line: try container.decode(Int.self, forKey: .line))
        } else if let name = try container.decodeIfPresent(String.self, forKey: .probe) {
            self = .probe(name: name, time: try container.decode(String.self, forKey: .time))
        } else {
            self = .packet(
                capture: try container.decode(Int.self, forKey: .capture),
                frame: try container.decode(UInt64.self, forKey: .frame),
                time: try container.decode(String.self, forKey: .time),
                filter: try container.decodeIfPresent(String.self, forKey: .filter))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .packet(let capture, let frame, let time, let filter):
            try container.encode(capture, forKey: .capture)
            try container.encode(frame, forKey: .frame)
            try container.encode(time, forKey: .time)
            try container.encodeIfPresent(filter, forKey: .filter)
        case .file(let path, let line):
            try container.encode(path, forKey: .file)
            try container.encode(line, forKey: .line)
        case .probe(let name, let time):
            try container.encode(name, forKey: .probe)
            try container.encode(time, forKey: .time)
        }
    }
}
