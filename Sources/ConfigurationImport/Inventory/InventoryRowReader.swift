import Messages
import NetworkTypes
import SiteModel

/// The cells of one row to a device.
struct InventoryRowReader {
    let cells: [InventoryColumn: Sheet.Cell]
    /// 1-based.
    let line: UInt32
    let sheet: Sheet
    let agencies: ReferenceIndex
    let segments: ReferenceIndex
    private(set) var problems: [ImportProblem] = []

    init(
        cells: [InventoryColumn: Sheet.Cell], line: UInt32, sheet: Sheet, agencies: ReferenceIndex,
        segments: ReferenceIndex
    ) {
        self.cells = cells
        self.line = line
        self.sheet = sheet
        self.agencies = agencies
        self.segments = segments
    }

    // MARK: - Rows that are no devices

    /// The name cell is that of the row above.
    var continuesDevice: Bool {
        let name = cells[.component] ?? cells[.deviceName]
        return name?.isContinued == true
    }

    private var hasAddress: Bool {
        let columns: [InventoryColumn] = [.addresses, .ipv4, .ipv6]
        return columns.contains { cells[$0].map { !AddressCell($0.text).entries.isEmpty } ?? false }
            || cells[.macs].map { !MACCell($0.text).macs.isEmpty } ?? false
    }

    /// Has what only a device has: an address, a card or a number of its own.
    var isCertainlyDevice: Bool { hasAddress || cells[.ordinal].map { Int($0.text) != nil } == true }

    /// Can be the first row of the signatures and remarks below a list.
    ///
    /// - Parameter hasOrdinals: the list numbers its devices, so a row without a number is none.
    func canBeginFooter(hasOrdinals: Bool) -> Bool {
        guard !isCertainlyDevice else { return false }
        if hasOrdinals { return cells[.ordinal].map { !Self.isGroupNumber($0.text) } ?? true }
        if cells[.component] == nil, cells[.deviceName] == nil { return true }
        return cells.values.contains { cell in Self.signatures.contains { cell.text.folded.hasPrefix($0) } }
    }

    private static let signatures = [
        "nguoi lap", "lap bieu", "thu truong", "chu tich", "pho chu tich", "ky ten", "xac nhan", "noi nhan", "ghi chu",
        "tm uy ban", "nguoi kiem tra", "ke toan", "prepared by", "approved by", "signature",
    ]

    /// `Tổng cộng: 25 máy`. Marks count where letters are few: `Cổng` is a gate.
    var isTotal: Bool {
        guard !isCertainlyDevice, let first = cells.values.min(by: { $0.column < $1.column }) else { return false }
        let (text, plain) = (first.text.folded, first.text.lowercased())
        if ["cộng", "cộng:", "tổng", "tổng:"].contains(plain) { return true }
        return ["tong cong", "tong so", "total"].contains { text == $0 || text.hasPrefix($0 + " ") }
    }

    /// The text of a heading between devices: `II | Phòng Văn hóa`, or one cell merged across; nil: a device.
    func heading(of row: Sheet.Row) -> String? {
        guard !hasAddress else { return nil }
        let filled = row.cells.filter { !$0.isContinued }
        if filled.count == 1, let cell = filled.first, cell.width > 2 || header(cell) == .ordinal {
            return Int(cell.text) == nil ? cell.text : nil
        }
        guard filled.count == 2, let number = cells[.ordinal], Self.isGroupNumber(number.text) else { return nil }
        return filled.last?.text
    }

    private func header(_ cell: Sheet.Cell) -> InventoryColumn? { cells.first { $0.value.column == cell.column }?.key }

    /// A Roman number or a single capital letter.
    private static func isGroupNumber(_ text: String) -> Bool {
        let mark = text.filter { $0 != "." && $0 != ")" }
        guard !mark.isEmpty, mark.count <= 5 else { return false }
        return mark.allSatisfy { "IVX".contains($0) }
            || (mark.count == 1 && mark.allSatisfy { "ABCDEFGH".contains($0) })
    }

    // MARK: - Devices

    /// Nil: the row names no machine.
    mutating func read() -> InventoryRow? {
        var row = InventoryRow(host: ConfiguredHost(name: "", line: Int(line)))
        readAddresses(into: &row)
        readNetwork(into: &row.host)
        readTexts(into: &row.host)
        readReferences(into: &row)
        let host = cells[.component]?.text, device = cells[.deviceName]?.text
        if host != nil, let device, row.host.purpose == nil { row.host.purpose = device }
        readKind(into: &row.host, device: device ?? host)
        if let name = (host ?? device).map(Self.component) {
            row.host.name = name
        } else {
            row.isNamed = false
            row.host.name =
                row.host.names.first ?? row.host.addresses.first?.description ?? row.host.macs.first?.description ?? ""
        }
        if row.host.name.isEmpty {
            guard row.system != nil else {
                if problems.isEmpty { report(.rowNamesNothing, line) }
                return nil
            }
            row.isSystemOnly = true
        }
        return row
    }

    /// A name that `systems.csv` can hold.
    static func component(_ text: String) -> String {
        let name = String(text.printable.map { $0 == "/" ? "-" : $0 == "\u{fffd}" ? " " : $0 })
        return name.split(separator: " ").joined(separator: " ")
    }

    private mutating func report(_ message: InventoryMessage, _ line: UInt32) {
        let wrapped = sheet.isSpreadsheet ? InventoryMessage.inCell("\(line):\(line)", message) : message
        problems.append(ImportProblem(line: line, message: wrapped))
    }

    mutating func report(_ message: InventoryMessage, _ column: InventoryColumn, before: Substring = "") {
        guard let cell = cells[column] else { return }
        problems.append(sheet.problem(message, at: cell, scalarsBefore: before))
    }

    private mutating func readAddresses(into row: inout InventoryRow) {
        let columns: [(InventoryColumn, AddressFamily?)] = [(.addresses, nil), (.ipv4, .ipv4), (.ipv6, .ipv6)]
        for (column, family) in columns {
            guard let cell = cells[column] else { continue }
            let read = AddressCell(cell.text, family: family)
            for problem in read.problems { report(problem.message, column, before: problem.before) }
            for entry in read.entries where !row.host.addresses.contains(entry.address) {
                row.host.addresses.append(entry.address)
                row.prefixLengths[entry.address] = entry.prefixLength
            }
        }
        guard let cell = cells[.macs] else { return }
        let read = MACCell(cell.text)
        for problem in read.problems { report(problem.message, .macs, before: problem.before) }
        row.host.macs = read.macs
    }
}
