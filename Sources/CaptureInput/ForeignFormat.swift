/// What a file is that holds no pcap or pcapng, as far as its first bytes tell.
enum ForeignFormat: Hashable {
    /// Packets in the format of another tool, which `editcap` converts.
    case capture(String)
    /// A container that has to be unpacked first.
    case archive(String)
    case text
    case unknown

    init(firstBytes: [UInt8]) {
        if let name = Self.name(firstBytes, in: Self.captures) {
            self = .capture(name)
        } else if let name = Self.name(firstBytes, in: Self.archives) {
            self = .archive(name)
        } else if firstBytes.count > 262, firstBytes[257..<262].elementsEqual("ustar".utf8) {
            self = .archive("tar")
        } else {
            self = Self.isText(firstBytes) ? .text : .unknown
        }
    }

    private static func name(_ bytes: [UInt8], in table: [(magic: [UInt8], name: String)]) -> String? {
        table.first { bytes.starts(with: $0.magic) }?.name
    }

    private static let captures: [(magic: [UInt8], name: String)] = [
        (Array("snoop\0\0\0".utf8), "Solaris snoop"),
        (Array("btsnoop\0".utf8), "btsnoop"),
        (Array("GMBU".utf8), "Microsoft Network Monitor 2"),
        (Array("RTSS".utf8), "Microsoft Network Monitor 1"),
        (Array("TRSNIFF data    \u{1a}".utf8), "Network General Sniffer (DOS)"),
        (Array("XCP\0".utf8), "NetXRay, Sniffer (Windows)"),
        (Array("VL\0\0".utf8), "NetXRay 1.0"),
        (Array("iptrace 1.0".utf8), "AIX iptrace 1.0"),
        (Array("iptrace 2.0".utf8), "AIX iptrace 2.0"),
        (Array("NCFX".utf8), "CommView NCFX"),
        ([0x7f, 0x76, 0x65, 0x72], "Savvius OmniPeek"),
        ([0xaa, 0xaa, 0xaa, 0xaa], "Accellent 5Views"),
        (Array("LOGG".utf8), "Vector BLF"),
        ([0x00, 0x00, 0x02, 0x00, 0x12, 0x05, 0x00, 0x10], "Tektronix K12"),
        ([0x54, 0x00, 0x52, 0x00, 0x00, 0x4e, 0x00, 0x45, 0x00, 0x54, 0x00, 0x54, 0x00, 0x4c], "HP-UX nettl"),
        ([0x01, 0x10], "Novell LANalyzer"),
    ]

    private static let archives: [(magic: [UInt8], name: String)] = [
        ([0x50, 0x4b, 0x03, 0x04], "zip"), ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], "7z"),
        (Array("Rar!".utf8), "rar"), ([0x1f, 0x9d], "compress (.Z)"), (Array("LZIP".utf8), "lzip"),
        (Array("MSCF".utf8), "cab"),
    ]

    /// Printable ASCII or UTF-8 without control characters other than white space, or a UTF-16 byte order mark.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty else { return false }
        if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) { return true }
        return bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d || $0 == 0x0c }
            && bytes.contains { $0 < 0x80 }
    }
}
