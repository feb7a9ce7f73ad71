public import NetworkTypes
public import TrafficObservation

/// A file to import, read whole by somebody else: importers do no I/O.
public struct ImportSource: Sendable {
    /// As the user gave it.
    public let path: String
    public let bytes: [UInt8]
    /// SHA-256 of the bytes, in hexadecimal.
    public let digest: String
    /// The file's date; nil: unknown.
    public let modified: CaptureTime?

    public init(path: String, bytes: [UInt8], digest: String, modified: CaptureTime? = nil) {
        self.path = path
        self.bytes = bytes
        self.digest = digest
        self.modified = modified
    }

    /// The text as lines: UTF-8 with or without a byte order mark, UTF-16 with one.
    ///
    /// Lines end with LF, CRLF or CR, which are not part of them. Octets that are not UTF-8 become U+FFFD: what a
    /// banner or a description says is no reason to refuse a configuration.
    /// - Throws: one problem with its line where a line or the number of lines is beyond `ImportLimits`, or NULs show
    ///   that it is no text.
    public func lines() throws(ImportFailure) -> [ImportLine] {
        do { return try ImportLine.split(bytes) } catch { throw ImportFailure(path: path, problems: [error]) }
    }

    /// A file that has been read to nothing yet.
    public func file(_ kind: ImportKind) -> ImportedFile {
        ImportedFile(path: path, digest: digest, kind: kind, made: modified)
    }
}

/// What importers read at most.
public enum ImportLimits {
    /// Bytes of a file.
    public static let file = 256 << 20
    /// Bytes of a line.
    public static let line = 1 << 20
    public static let lines = 4_000_000
    /// Hosts, services, leases and names of a file, each.
    public static let rows = 1_000_000
    /// Of a problem list; what is beyond is counted by the last one.
    public static let problems = 1000
}
