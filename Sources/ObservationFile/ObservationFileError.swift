import Glibc
public import Messages

/// Why a file of observations cannot be read.
public struct ObservationFileError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// `errno`.
        case system(code: Int32)
        case notObservations
        case newerVersion(major: Int)
        /// The file ends inside its header, a section or its checksum.
        case truncated
        case tooLarge(bytes: UInt64, limit: UInt64)
        /// The content is not what was written.
        case checksum
        /// A section that cannot be decompressed, with its letters.
        case damagedSection(String)
        /// A row that cannot be, counted from 1.
        case damagedRow(section: String, row: Int)
        case tooManyRows(limit: String, rows: UInt64, allowed: Int)
    }

    public let path: String
    /// In bytes; of a row, that of its section.
    public let offset: UInt64
    public let reason: Reason

    /// The one sentence that tells the user.
    public var message: ObservationMessage {
        switch reason {
        case .system(let code): .unreadable(path: path, reason: String(cString: strerror(code)))
        case .notObservations: .notObservations(path: path)
        case .newerVersion(let major): .newerVersion(path: path, major: major)
        case .truncated: .truncated(path: path, offset: offset)
        case .tooLarge(let bytes, let limit): .tooLarge(path: path, bytes: bytes, limit: limit)
        case .checksum: .checksum(path: path, offset: offset)
        case .damagedSection(let section): .damagedSection(path: path, offset: offset, section: section)
        case .damagedRow(let section, let row):
            .damagedRow(path: path, offset: offset, section: section, row: row)
        case .tooManyRows(let limit, let rows, let allowed):
            .tooManyRows(path: path, limit: limit, rows: rows, allowed: allowed)
        }
    }
}
