import AuditReport
import Glibc
import Messages

/// A document with long lists, written to standard output as it is made: each element is encoded alone and stands on a
/// line of its own, so that memory does not grow with the lists.
struct PiecewiseJSON {
    private var pending: [UInt8] = []
    private var isFirst = true
    private let failure: Failure
    private static let most = 1 << 16

    init(_ failure: Failure) { self.failure = failure }

    /// Keys come in the order of the calls; house order is that of the alphabet.
    mutating func value(_ key: String, _ value: some Encodable) throws(ExitStatus) {
        try begin(key)
        pending += try encoded(value)
    }

    mutating func list<Elements: Sequence>(_ key: String, _ elements: Elements) throws(ExitStatus)
    where Elements.Element: Encodable {
        try begin(key)
        pending.append(0x5b)
        var isFirst = true
        for element in elements {
            pending += Array((isFirst ? "\n    " : ",\n    ").utf8)
            isFirst = false
            pending += try encoded(element)
            if pending.count >= Self.most { try flush() }
        }
        pending += Array((isFirst ? "]" : "\n  ]").utf8)
    }

    mutating func end() throws(ExitStatus) {
        pending += Array("\n}\n".utf8)
        try flush()
    }

    private mutating func begin(_ key: String) throws(ExitStatus) {
        pending += Array("\(isFirst ? "{" : ",")\n  \"\(key)\": ".utf8)
        isFirst = false
    }

    private func encoded(_ value: some Encodable) throws(ExitStatus) -> [UInt8] {
        guard let bytes = try? JSONDocumentWriter.write(value, layout: .compact) else {
            throw failure.couldNotRun(OutputError(path: "-", code: EIO))
        }
        return bytes.dropLast()
    }

    private mutating func flush() throws(ExitStatus) {
        guard FileOutput.writeAll(pending, to: STDOUT_FILENO) else {
            throw failure.couldNotRun(OutputError(path: "-", code: errno))
        }
        pending.removeAll(keepingCapacity: true)
    }
}
