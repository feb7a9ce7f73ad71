/// What can be wrong in the files of a site; place and file stand beside it.
public enum SiteMessage: LocalizedMessage, Hashable {
    /// The form that a value should have had.
    public enum Form: Sendable, Hashable {
        case text, list, mapping
        case localizedText
        case identifier
        case date
        case duration
        case boolean
        case wholeNumber(Int, Int)
        case address
        case ipv4Address
        case ipv6Address
        case prefix
        case mac
        case macOrAddress
        case port
        case domainName
        case utcOffset
        /// `RULE@agency`.
        case item
        case resolver
    }

    // The file
    case notFound
    case permissionDenied
    case notAFile
    case readFailed(code: Int32)
    case tooLarge(limitMiB: Int)
    case notUTF8(offset: Int)
    case empty

    // YAML
    case syntax(detail: String)
    case severalDocuments
    case anchorRefused
    case tooDeep(limit: Int)
    case keyNotText
    case duplicateKey(String, firstLine: Int)
    case unknownKey(String, suggestion: String?)
    case missingKey(String)
    case wrongSchema(found: String, expected: String)

    // Values
    case wrongForm(key: String, value: String?, expected: Form)
    case unknownValue(key: String, value: String, allowed: [String], suggestion: String?)
    case hostBits(value: String, prefix: String)
    case tooFew(key: String, minimum: Int)
    case neitherKey(String, String)
    case bothKeys(String, String)
    case endBeforeStart(start: String, end: String)

    // References
    case unknownAgency(String, suggestion: String?)
    case unknownSegment(String, suggestion: String?)
    case duplicateIdentifier(String, firstLine: Int)
    case ownParent(String)

    // CSV
    case quoteNotClosed
    case textAfterQuote
    case quoteInsideCell
    case cellCount(found: Int, expected: Int)
    case wrongSeparator(String)
    case unknownColumn(String, suggestion: String?)
    case missingColumn(String)
    case duplicateColumn(String)
    case rowNamesNothing
    case notInFirstRow(column: String, firstLine: Int)
    case notForDevice(column: String)

    case moreProblems(limit: Int)
}

extension SiteMessage {
    /// The stable name of the problem in machine-readable output.
    public var code: String {
        switch self {
        case .notFound: "site.not-found"
        case .permissionDenied: "site.permission-denied"
        case .notAFile: "site.not-a-file"
        case .readFailed: "site.read-failed"
        case .tooLarge: "site.too-large"
        case .notUTF8: "site.not-utf8"
        case .empty: "site.empty"
        case .syntax: "site.syntax"
        case .severalDocuments: "site.several-documents"
        case .anchorRefused: "site.anchor"
        case .tooDeep: "site.too-deep"
        case .keyNotText: "site.key-not-text"
        case .duplicateKey: "site.duplicate-key"
        case .unknownKey: "site.unknown-key"
        case .missingKey: "site.missing-key"
        case .wrongSchema: "site.wrong-schema"
        case .wrongForm: "site.wrong-form"
        case .unknownValue: "site.unknown-value"
        case .hostBits: "site.host-bits"
        case .tooFew: "site.too-few"
        case .neitherKey: "site.neither-key"
        case .bothKeys: "site.both-keys"
        case .endBeforeStart: "site.end-before-start"
        case .unknownAgency: "site.unknown-agency"
        case .unknownSegment: "site.unknown-segment"
        case .duplicateIdentifier: "site.duplicate-id"
        case .ownParent: "site.own-parent"
        case .quoteNotClosed: "site.quote-not-closed"
        case .textAfterQuote: "site.text-after-quote"
        case .quoteInsideCell: "site.quote-inside-cell"
        case .cellCount: "site.cell-count"
        case .wrongSeparator: "site.wrong-separator"
        case .unknownColumn: "site.unknown-column"
        case .missingColumn: "site.missing-column"
        case .duplicateColumn: "site.duplicate-column"
        case .rowNamesNothing: "site.row-names-nothing"
        case .notInFirstRow: "site.not-in-first-row"
        case .notForDevice: "site.not-for-device"
        case .moreProblems: "site.more-problems"
        }
    }

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }

    /// A value from a file, cut to a length that fits into a sentence.
    static func quoted(_ value: String) -> String {
        let text = value.printable
        return "'" + (text.count > 60 ? text.prefix(57) + "…" : text[...]) + "'"
    }
}
