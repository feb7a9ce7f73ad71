public import PacketCapture

/// Where and how packets are written: one file, or a series of files that may be a ring. The letters are tshark's.
public struct CaptureFileOptions: Hashable, Sendable {
    /// As given with `-w`.
    public var path: String
    /// A series of numbered files: any `-b`.
    public var isSeries = false
    /// Bytes after which the next file begins; the packet that reaches it is the last of its file. `-b filesize:`, kB.
    public var fileBytes: Int?
    /// Nanoseconds after which the next file begins, also when nothing came. `-b duration:`, seconds.
    public var fileNanoseconds: Int64?
    /// The most files that are kept; the oldest is removed for the next. `-b files:`
    public var fileCount: Int?

    public init(path: String) { self.path = path }

    public var encoding: CaptureFileEncoding { CaptureFileEncoding(path: path) }

    /// The name of a file of the series, as tshark makes it: `name_00001_20261124084227.pcapng`, in local time.
    func name(number: Int, seconds: Int64) -> String {
        guard isSeries else { return path }
        let stamp = LocalTime.stamp(seconds: seconds)
        let digits = "\(number % Self.numbers)"
        let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[folderEnd...].lastIndex(of: ".") else { return "\(path)_\(padded)_\(stamp)" }
        return "\(path[..<dot])_\(padded)_\(stamp)\(path[dot...])"
    }

    /// Numbers begin anew here.
    private static let numbers = 100_000

    /// The folder that the files lie in.
    public var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
