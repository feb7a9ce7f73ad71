/// What is wrong with a list of devices, in one cell or as a whole.
public indirect enum InventoryMessage: LocalizedMessage, Hashable {
    /// What a cell should have held.
    public enum Form: Hashable, Sendable {
        case address, ipv4Address, ipv6Address, mac, port, date, boolean, level, domainName, identifier, kind
        case category, readiness
    }

    /// In a spreadsheet: the cell, such as `D7`, and what is wrong in it.
    case inCell(String, InventoryMessage)

    // MARK: The file
    /// OLE: the format of Excel before 2007.
    case oldSpreadsheet
    case encrypted
    case damagedArchive
    case noWorksheet
    /// A sheet that was named and is not there or is hidden.
    case unknownSheet(String, sheets: [String])
    /// In bytes, after decompression.
    case archiveTooLarge(limit: Int)
    case archiveTooDense
    case archivePath(String)
    case damagedPart(String)
    /// A document type with declarations of its own.
    case declarations
    case tooManyCells(limit: Int)
    case quoteNotClosed
    case textAfterQuote

    // MARK: The header
    case noHeader
    case unknownColumn(String, suggestion: String?)
    case duplicateColumn(String)

    // MARK: Cells
    case wrongForm(String, Form, suggestion: String?)
    /// An address range, or a network in place of a machine.
    case notOneMachine(String)
    /// A multicast, broadcast, loopback or unspecified address, or a group MAC.
    case notOfMachine(String)
    /// A spreadsheet took an address or a MAC for a number and lost its form.
    case lostAsNumber(String)
    case unknownUnit(String, suggestion: String?)
    case unknownSegment(String, suggestion: String?)
    case rowNamesNothing
    case cellsBeyondHeader

    // MARK: systems.csv
    /// The row that is to change is not where it was read.
    case systemsFileDiffers(component: String)

    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
