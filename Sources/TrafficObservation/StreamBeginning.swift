/// Whether the data of one end of a TCP connection was heard from its first byte, whatever came when. RFC 9293 §3.4.
///
/// A path that drops large packets lets the last piece of a page through: data, but not its beginning. RFC 8899 §1.
package struct StreamBeginning: Sendable, Equatable, BitwiseCopyable {
    /// The sequence number behind the SYN, and the lowest one of data.
    private var first: UInt32 = 0
    private var lowest: UInt32 = 0
    private var marks: UInt8 = 0

    private static let knowsFirst: UInt8 = 1
    private static let hasData: UInt8 = 2
    /// The ports served another connection, too: nothing can be said.
    private static let isReused: UInt8 = 4

    init() {}

    /// False only where the beginning is known to be missing.
    var mayBeWhole: Bool {
        // As plain numbers, so that the order in which parts are joined does not matter: numbers that went round count as
        // heard.
        marks != Self.knowsFirst | Self.hasData || lowest <= first
    }

    mutating func noteSYN(_ sequence: UInt32) { noteFirst(sequence &+ 1) }

    private mutating func noteFirst(_ value: UInt32) {
        if marks & Self.knowsFirst != 0, first != value { marks |= Self.isReused }
        if marks & Self.knowsFirst == 0 { first = value }
        marks |= Self.knowsFirst
        settle()
    }

    @inline(__always)
    mutating func noteData(_ sequence: UInt32) {
        if marks & Self.hasData == 0 || sequence < lowest { lowest = sequence }
        marks |= Self.hasData
    }

    mutating func merge(_ other: StreamBeginning) {
        if other.marks & Self.knowsFirst != 0 { noteFirst(other.first) }
        if other.marks & Self.hasData != 0 { noteData(other.lowest) }
        marks |= other.marks & Self.isReused
        settle()
    }

    /// Of a reused pair of ports the numbers mean nothing.
    private mutating func settle() {
        guard marks & Self.isReused != 0 else { return }
        first = 0
    }

    /// As it is stored.
    package var stored: (first: UInt32, lowest: UInt32, marks: UInt8) { (first, lowest, marks) }
    package init(stored: (first: UInt32, lowest: UInt32, marks: UInt8)) {
        (first, lowest, marks) = stored
    }
}
