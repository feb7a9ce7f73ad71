extension InventoryMessage {
    var english: String {
        switch self {
        case .inCell(let cell, let message): "\(cell): \(message.english)"
        case .oldSpreadsheet: "This is a spreadsheet in the old .xls format. Save it as .xlsx."
        case .encrypted: "The file is protected with a password. Remove the password and save it again."
        case .damagedArchive: "The spreadsheet is damaged. Open it and save it again."
        case .noWorksheet: "The spreadsheet has no visible sheet."
        case .unknownSheet(let name, let sheets):
            "There is no visible sheet '\(name.printable)'. Sheets: \(sheets.map(\.printable).joined(separator: ", "))."
        case .archiveTooLarge(let limit): "The spreadsheet holds more than \(limit >> 20) MiB. Split it."
        case .archiveTooDense: "The spreadsheet is compressed more than any list can be. It was not opened."
        case .archivePath(let path): "The spreadsheet has a part with a forbidden name: '\(path.printable)'."
        case .damagedPart(let part): "The spreadsheet is damaged in \(part.printable). Open it and save it again."
        case .declarations: "The file declares XML entities. Such a file is not opened."
        case .tooManyCells(let limit): "The list has more than \(limit) cells. Split it."
        case .quoteNotClosed: "The quotation mark is not closed."
        case .textAfterQuote: "There is text behind a closing quotation mark."
        case .noHeader:
            "No header row was found. It needs a name or an address, such as 'Device name' or 'IP address'."
        case .unknownColumn(let name, let suggestion):
            "Unknown column '\(name.printable)'\(Self.didYouMean(suggestion)). Rename it or remove it."
        case .duplicateColumn(let name): "The column '\(name.printable)' is there twice."
        case .wrongForm(let text, let form, let suggestion):
            "'\(text.printable)' is not \(form.english)\(Self.didYouMean(suggestion))."
        case .notOneMachine(let text): "'\(text.printable)' is a range or a network. Give each machine a row."
        case .notOfMachine(let text): "'\(text.printable)' cannot be the address of a machine."
        case .lostAsNumber(let text):
            "The spreadsheet turned this cell into the number \(text.printable). Format it as text and type it again."
        case .unknownUnit(let name, let suggestion):
            "The site has no agency '\(name.printable)'\(Self.didYouMean(suggestion))."
        case .unknownSegment(let name, let suggestion):
            "The site has no segment '\(name.printable)'\(Self.didYouMean(suggestion))."
        case .rowNamesNothing: "The row has no name, no address and no MAC."
        case .cellsBeyondHeader: "The cell stands under no header."
        case .systemsFileDiffers(let component):
            "systems.csv has changed: the row of '\(component.printable)' is not here. Import again."
        }
    }

    private static func didYouMean(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean '\($0.printable)'?" } ?? ""
    }
}

extension InventoryMessage.Form {
    var english: String {
        switch self {
        case .address: "an IP address"
        case .ipv4Address: "an IPv4 address"
        case .ipv6Address: "an IPv6 address"
        case .mac: "a MAC address such as 00:50:56:9a:40:10"
        case .port: "a port such as 443 or udp/53"
        case .date: "a date such as 2026-12-31 or 31/12/2026"
        case .boolean: "yes or no"
        case .level: "a level from 1 to 5"
        case .domainName: "a domain name"
        case .identifier: "an id (no spaces, no / @ , ;)"
        case .kind: "a kind of device"
        case .category: "a category of system"
        case .readiness: "ready, configure, upgrade, replace or unknown"
        }
    }
}
