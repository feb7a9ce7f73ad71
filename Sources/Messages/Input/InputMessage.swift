/// What is said when an input cannot be read, or cannot be read further: one sentence each, with the file, what is
/// wrong and what to do. Paths are as the user gave them, `-` for standard input.
public enum InputMessage: LocalizedMessage, Hashable {
    case notFound(path: String)
    case permissionDenied(path: String)
    case folderInsteadOfFile(path: String)
    case folderWithoutCaptures(path: String)
    case terminal
    case empty(path: String)
    case textFile(path: String)
    /// `format` is the name of the other tool's format.
    case otherCaptureFormat(path: String, format: String)
    /// `kind` is a short name such as `zip`.
    case archive(path: String, kind: String)
    /// `firstBytes` is hexadecimal.
    case notACapture(path: String, firstBytes: String)
    /// `offset` counts bytes of the compressed file; `packets` were read before.
    case decompressionFailed(path: String, compression: String, offset: UInt64, packets: UInt64)
    /// `code` is `errno`, `description` the system's words for it.
    case system(path: String, code: Int32, description: String)
    /// `offset` counts bytes of the decompressed capture; `packets` were read before.
    case filter(path: String, expression: String, reason: String)
    case damaged(path: String, offset: UInt64, damage: CaptureDamage, packets: UInt64)

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}
