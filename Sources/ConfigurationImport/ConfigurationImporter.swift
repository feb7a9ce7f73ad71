public import TrafficObservation

/// Reads one format to facts with their lines. A pure function of the bytes.
///
/// An importer takes facts, it does not judge the file: what it does not know it passes over. It refuses a file that
/// is not of its format, or is damaged so that facts would be wrong.
public protocol ConfigurationImporter: Sendable {
    static var kind: ImportKind { get }

    /// How much of the content looks like the format, 0…100; 0: nothing does. At 50 and above it is taken for it.
    ///
    /// - Parameter lines: of the beginning of the file; empty where it is no text.
    static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int

    static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile
}
