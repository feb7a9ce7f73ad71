/// What is wrong with a zone file, or with a record of traffic that another tool wrote.
public enum RecordMessage: LocalizedMessage, Hashable {
    // MARK: Zone files

    /// The file that the directive names.
    case includedFile(String)
    case unknownDirective(String)
    case generateDirective
    case tooManyGenerated(limit: Int)
    /// The first relative name of a file that does not say to what.
    case missingOrigin(String)
    case missingOwner
    case unknownRecordType(String)
    case recordData(owner: String, type: String, data: String)
    case openParenthesis
    case closedParenthesis
    case openQuote
    /// In bytes.
    case recordTooLong(limit: Int)

    // MARK: Records of traffic

    /// Rows before the line that names the columns.
    case missingFields
    case fieldCount(expected: Int, found: Int)
    case fieldValue(field: String, value: String)
    case missingField(String)
    /// The logs that the file has, none of which is read.
    case noKnownLog([String])
    case noFlow

    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
