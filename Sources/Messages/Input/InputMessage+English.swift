extension InputMessage {
    var english: String {
        switch self {
        case .notFound(let path): "\(name(path)): no such file or folder; check the path."
        case .permissionDenied(let path):
            "\(name(path)): no permission to read; ask the owner for it or run as a user who may."
        case .folderInsteadOfFile(let path):
            "\(name(path)): this is a folder, but a capture file is needed; name a file in it."
        case .folderWithoutCaptures(let path):
            "\(name(path)): no file in this folder or below holds a capture; expected pcap or pcapng, compressed or not."
        case .terminal:
            "Standard input is a terminal, no capture comes from it; pipe one in, as in `v6audit scan -r - < FILE`."
        case .empty(let path): "\(name(path)): the file is empty; expected pcap or pcapng, so capture or copy it again."
        case .textFile(let path):
            "\(name(path)): this is a text file, not a capture: expected pcap or pcapng, as `tcpdump -w FILE` writes it."
        case .otherCaptureFormat(let path, let format):
            "\(name(path)): this is a capture in the format \(format.printable); convert it with `editcap -F pcapng OLD NEW`."
        case .archive(let path, let kind):
            "\(name(path)): this is a \(kind.printable) archive; unpack it and name the capture inside."
        case .notACapture(let path, let firstBytes):
            "\(name(path)), byte 0: neither pcap nor pcapng (it begins with \(firstBytes.printable)); if another tool wrote it, try `editcap -F pcapng OLD NEW`."
        case .decompressionFailed(let path, let compression, let offset, let packets):
            "\(name(path)), byte \(offset) of the compressed file: the \(compression) data is damaged or ends too early; \(kept(packets)), copy the file again from its source."
        case .system(let path, let code, let description):
            "\(name(path)): the system cannot read it (\(description.printable), error \(code)); check the disk or the connection and try again."
        case .filter(let path, let expression, let reason):
            "\(path.printable): the filter \"\(expression.printable)\" cannot be used on this capture: \(reason.printable). See pcap-filter(7)."
        case .damaged(let path, let offset, let damage, let packets):
            "\(name(path)), byte \(offset): \(damage.english); \(kept(packets)), \(advice(damage))."
        }
    }

    private func name(_ path: String) -> String { path == "-" ? "standard input" : path.printable }

    private func kept(_ packets: UInt64) -> String {
        switch packets {
        case 0: "no packet could be read"
        case 1: "the packet before it is kept"
        default: "the \(packets) packets before it are kept"
        }
    }

    private func advice(_ damage: CaptureDamage) -> String {
        if damage.isUnsupported { return "convert the file with `editcap -F pcapng OLD NEW`" }
        return damage.isCut
            ? "copy the file again from its source if it is longer there"
            : "copy the file again from its source or capture again"
    }
}

extension CaptureDamage {
    var english: String {
        switch self {
        case .fileHeaderTruncated(let needed, let available):
            "the file ends inside its file header (\(available) of \(needed) bytes)"
        case .versionUnsupported(let major, let minor): "pcap version \(major).\(minor) is not supported"
        case .linkTypeReservedBits(let field): "reserved bits of the link type field are set (\(field))"
        case .recordHeaderTruncated(let needed, let available):
            "the file ends inside a packet header (\(available) of \(needed) bytes)"
        case .recordTruncated(let needed, let available):
            "the file ends inside a packet (\(available) of \(needed) bytes)"
        case .packetTooLong(let length, let limit): "a packet claims \(length) bytes, more than the possible \(limit)"
        case .blockTruncated(let needed, let available):
            "the file ends inside a block (\(available) of \(needed) bytes)"
        case .blockLengthInvalid(let length): "a block length of \(length) is below 12 or no multiple of 4"
        case .blockLengthMismatch(let leading, let trailing):
            "a block has two different lengths, \(leading) at its start and \(trailing) at its end"
        case .blockTooLong(let length, let limit): "a block claims \(length) bytes, more than the limit of \(limit)"
        case .blockTooShort(let type, let length): "a block of type \(type) is too short with \(length) bytes"
        case .packetExceedsBlock(let captured, let room):
            "a packet claims \(captured) bytes, but its block has room for \(room)"
        case .byteOrderMagicInvalid(let magic): "the byte order of a section cannot be told (magic number \(magic))"
        case .sectionVersionUnsupported(let major, let minor): "pcapng version \(major).\(minor) is not supported"
        case .unknownInterface(let index, let described):
            "a packet names interface \(index), but its section describes \(described)"
        case .tooManyInterfaces(let limit): "the file describes more than \(limit) interfaces"
        case .unreadable: "the capture cannot be read further"
        }
    }
}
