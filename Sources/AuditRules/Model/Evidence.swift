public import NetworkTypes

/// Where something was seen or read.
public enum Evidence: Sendable, Hashable, Comparable {
    /// A frame: index of the capture, number as Wireshark counts, and a display filter that finds it.
    case packet(capture: Int, frame: UInt64, time: CaptureTime, filter: String)
    /// A line of a file, 1-based.
    case file(path: String, line: Int)
    /// An active check by its name.
    case probe(name: String, time: CaptureTime)

    public static func < (a: Evidence, b: Evidence) -> Bool {
        switch (a, b) {
        case (.packet(let ca, let fa, let ta, let a), .packet(let cb, let fb, let tb, let b)):
            (ta, ca, fa, a) < (tb, cb, fb, b)
        case (.file(let pa, let la), .file(let pb, let lb)): (pa, la) < (pb, lb)
        case (.probe(let na, let ta), .probe(let nb, let tb)): (ta, na) < (tb, nb)
        default: a.rank < b.rank
        }
    }

    private var rank: Int {
        switch self {
        case .packet: 0
        case .file: 1
        case .probe: 2
        }
    }
}
