extension RecordMessage {
    var english: String {
        switch self {
        case .includedFile(let name):
            "$INCLUDE \(name.printable): other files are not read. Import them by themselves, or join them first"
                + " (named-compilezone writes one file)."
        case .unknownDirective(let word): "\(word.printable) is not a directive of zone files."
        case .generateDirective: "The $GENERATE directive is not valid: START-STOP[/STEP] OWNER TYPE DATA is expected."
        case .tooManyGenerated(let limit): "The $GENERATE directives make more than \(limit) records."
        case .missingOrigin(let name):
            "The name \(name.printable) is relative, and neither the file nor its name says to which zone."
                + " Add a line: $ORIGIN office.example."
        case .missingOwner: "The record has no owner, and there is no record before it."
        case .unknownRecordType(""): "The line has no record type."
        case .unknownRecordType(let type): "\(type.printable) is not a record type."
        case .recordData(let owner, let type, let data):
            "The \(type.printable) record of \(owner.printable) is not valid: \(data.printable)"
        case .openParenthesis: "The parenthesis that the record opens is never closed."
        case .closedParenthesis: "A parenthesis is closed that was not opened."
        case .openQuote: "The quotation mark is not closed on its line."
        case .recordTooLong(let limit):
            "The record is longer than \(limit >> 10) KiB. A parenthesis may not be closed."
        case .missingFields: "The row stands before a #fields line, so its columns have no names."
        case .fieldCount(let expected, let found): "The row has \(found) columns instead of \(expected)."
        case .fieldValue(let field, let value): "The value of \(field.printable) is not valid: \(value.printable)"
        case .missingField(let field): "The field \(field.printable) is missing."
        case .noKnownLog([]):
            "The file has no rows that are read: conn, dns, dhcp, known_hosts and known_services are."
        case .noKnownLog(let logs):
            "The file has \(logs.map(\.printable).joined(separator: ", "));"
                + " conn, dns, dhcp, known_hosts and known_services are read."
        case .noFlow: "The file has no flow. Write it with: nfdump -r FILE -o json"
        }
    }
}
