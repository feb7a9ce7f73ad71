extension SiteMessage {
    var english: String {
        switch self {
        case .notFound: "no such file"
        case .permissionDenied: "no permission to read the file"
        case .notAFile: "not an ordinary file"
        case .readFailed(let code): "cannot be read (system error \(code))"
        case .tooLarge(let limit): "larger than \(limit) MiB"
        case .notUTF8(let offset): "not UTF-8 text: bad byte at offset \(offset)"
        case .empty: "the file is empty"
        case .syntax(let detail): "not valid YAML: \(detail.printable)"
        case .severalDocuments: "a second YAML document ('---'); one per file is allowed"
        case .anchorRefused: "YAML anchors and aliases (& and *) are not allowed; write the value again"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"
        case .keyNotText: "a key must be a plain word"
        case .duplicateKey(let key, let line): "key \(Self.quoted(key)) is given twice; first on line \(line)"
        case .unknownKey(let key, let suggestion): "unknown key \(Self.quoted(key))" + Self.didYouMean(suggestion)
        case .missingKey(let key): "the key '\(key)' is missing"
        case .wrongSchema(let found, let expected): "schema is \(Self.quoted(found)); this version reads '\(expected)'"
        case .wrongForm(let key, let value, let form):
            "'\(key)'" + (value.map { ": \(Self.quoted($0)) is not \(form.english)" } ?? " must be \(form.english)")
        case .unknownValue(let key, let value, let allowed, let suggestion):
            "'\(key)': \(Self.quoted(value)) is not one of \(allowed.joined(separator: ", "))"
                + Self.didYouMean(suggestion)
        case .hostBits(let value, let prefix):
            "\(Self.quoted(value)) has bits behind the prefix length; write \(prefix)"
        case .tooFew(let key, let minimum): "'\(key)' needs at least \(minimum)"
        case .neitherKey(let first, let second): "one of '\(first)' and '\(second)' is needed"
        case .bothKeys(let first, let second): "'\(first)' and '\(second)' exclude each other"
        case .endBeforeStart(let start, let end): "ends on \(end), before it begins on \(start)"
        case .unknownAgency(let id, let suggestion):
            "no agency \(Self.quoted(id)) in 'agencies'" + Self.didYouMean(suggestion)
        case .unknownSegment(let id, let suggestion):
            "no segment \(Self.quoted(id)) in 'segments'" + Self.didYouMean(suggestion)
        case .duplicateIdentifier(let id, let line): "\(Self.quoted(id)) is already used on line \(line)"
        case .ownParent(let id): "agency \(Self.quoted(id)) is its own parent, directly or through others"
        case .quoteNotClosed: "the quotation mark opened here is never closed"
        case .textAfterQuote: "text after the closing quotation mark; a quote inside a cell is written twice"
        case .quoteInsideCell: "quotation mark inside an unquoted cell; put the whole cell in quotes"
        case .cellCount(let found, let expected): "\(found) cells in the row, \(expected) in the header"
        case .wrongSeparator(let separator): "cells are separated by \(separator); save the file with commas"
        case .unknownColumn(let name, let suggestion):
            "unknown column \(Self.quoted(name))" + Self.didYouMean(suggestion)
        case .missingColumn(let name): "the column '\(name)' is missing"
        case .duplicateColumn(let name): "the column \(Self.quoted(name)) is given twice"
        case .rowNamesNothing: "the row has neither 'system' nor 'component'"
        case .notInFirstRow(let column, let line):
            "'\(column)' differs from the system's first row on line \(line), where it belongs"
        case .notForDevice(let column): "'\(column)' belongs to a system, but the row names none"
        case .moreProblems(let limit): "only the first \(limit) problems are listed"
        }
    }

    private static func didYouMean(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean '\($0.printable)'?" } ?? ""
    }
}

extension SiteMessage.Form {
    var english: String {
        switch self {
        case .text: "text"
        case .list: "a list"
        case .mapping: "a group of keys"
        case .localizedText: "a text in both languages, {vi: …, en: …}"
        case .identifier: "an id (no spaces, no / @ , ;)"
        case .date: "a date such as 2026-11-24"
        case .duration: "a duration such as 5 min, 24 h or 35 d"
        case .boolean: "true or false"
        case .wholeNumber(let least, let most): "a whole number from \(least) to \(most)"
        case .address: "an IPv4 or IPv6 address"
        case .ipv4Address: "an IPv4 address"
        case .ipv6Address: "an IPv6 address"
        case .prefix: "a prefix such as 10.20.30.0/24 or 2001:db8::/64"
        case .mac: "a MAC address such as 00:50:56:9a:40:10"
        case .macOrAddress: "a MAC or IP address"
        case .port: "a port such as tcp/443"
        case .domainName: "a domain name"
        case .utcOffset: "an offset from UTC such as +07:00"
        case .item: "an item such as APP-07@agency"
        case .resolver: "'system' or an IP address"
        }
    }
}
