/// A file path with wildcards: `*` for any characters and `?` for one, neither of them a `/`.
public struct FilePattern: Hashable, Sendable {
    private let pattern: [Unicode.Scalar]

    public init(_ pattern: String) { self.pattern = Array(Self.tidy(pattern).unicodeScalars) }

    /// Walks with one point to return to, so that no pattern takes more than length × length steps.
    public func matches(_ path: String) -> Bool {
        let path = Array(path.unicodeScalars)
        var (at, place) = (0, 0)
        var retry: (at: Int, place: Int)?
        while at < path.count {
            if place < pattern.count, pattern[place] == "*" {
                retry = (at, place)
                place += 1
            } else if place < pattern.count, pattern[place] == path[at] || (pattern[place] == "?" && path[at] != "/") {
                at += 1
                place += 1
            } else if let back = retry, path[back.at] != "/" {
                retry = (back.at + 1, back.place)
                at = back.at + 1
                place = back.place + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }

    /// The path without `.` parts and doubled `/`.
    static func tidy(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }

    /// The part of a path below a folder; nil: the path lies elsewhere.
    static func relative(_ path: String, to folder: String) -> String? {
        let (path, folder) = (tidy(path), tidy(folder))
        if folder.isEmpty { return path.hasPrefix("/") ? nil : path }
        let start = folder == "/" ? folder : folder + "/"
        return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
    }
}
