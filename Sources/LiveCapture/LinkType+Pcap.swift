import CPcap
import NetworkTypes

/// libpcap's own numbers (DLT_) differ from those in files (LINKTYPE_) in a few old types. tcpdump.org/linktypes.html.
extension LinkType {
    private static let differing: [(dlt: Int32, file: UInt16)] = [
        (DLT_ATM_RFC1483, 100), (DLT_RAW, 101), (DLT_SLIP_BSDOS, 102), (DLT_PPP_BSDOS, 103), (DLT_ATM_CLIP, 106),
    ]

    /// Of an open interface.
    init(dlt: Int32) {
        let known = Self.differing.first { $0.dlt == dlt }?.file
        self.init(rawValue: known ?? UInt16(truncatingIfNeeded: dlt))
    }

    var dlt: Int32 { Self.differing.first { $0.file == rawValue }?.dlt ?? Int32(rawValue) }
}
