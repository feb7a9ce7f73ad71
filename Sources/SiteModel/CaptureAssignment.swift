/// Which segment a capture file shows, and from where it was taken.
public struct CaptureAssignment: Hashable, Sendable {
    /// What the capturing card could see of the link.
    public enum Vantage: String, Sendable, CaseIterable {
        /// A mirror port: all hosts of the link.
        case `switch`
        /// One host of the link: its own traffic and what everybody hears.
        case host
        /// Behind a router: no broadcasts of the hosts.
        case routed
    }

    /// A path with `*` and `?`, which do not match `/`.
    public var files: String
    /// The index of the interface in the file; nil: all.
    public var interface: Int?
    /// Nil: the link's segment is found by its prefixes.
    public var segment: String?
    /// Nil: not known.
    public var vantage: Vantage?

    public init(files: String, interface: Int? = nil, segment: String? = nil, vantage: Vantage? = nil) {
        self.files = files
        self.interface = interface
        self.segment = segment
        self.vantage = vantage
    }

    /// The pattern matches the path as given or its part below the site's folder, and the interface is the one meant.
    public func matches(path: String, interface: Int, siteFolder: String) -> Bool {
        if let wanted = self.interface, wanted != interface { return false }
        let pattern = FilePattern(files)
        if pattern.matches(path) || pattern.matches(FilePattern.tidy(path)) { return true }
        guard let relative = FilePattern.relative(path, to: siteFolder) else { return false }
        return pattern.matches(relative)
    }
}
