import Glibc
import NetworkTypes
import PacketCapture

extension CaptureInput {
    /// The inputs that the given paths stand for: files and `-` as they are, for a folder the captures in it and below.
    /// Several are in the order of their first packets, as they were captured; those without one come last, as they were
    /// given or by name. What counts is the content, not the name. What cannot be opened is listed too, so that opening
    /// it reports why. Symbolic links to folders are not followed.
    ///
    /// - Parameter isOther: files of other kinds that are listed, too, by their first bytes.
    public static func expand(
        _ paths: [String], isOther: ([UInt8]) -> Bool = { _ in false }
    ) throws(InputError) -> [String] {
        var inputs: [String] = []
        for path in paths {
            guard path != "-", isFolder(path, followingLinks: true) else {
                inputs.append(path)
                continue
            }
            let found = try captures(below: path, isOther)
            guard !found.isEmpty else { throw InputError(path: path, reason: .folderWithoutCaptures) }
            inputs += found
        }
        return inputs.count > 1 ? byTime(inputs) : inputs
    }

    /// Sorted by the time of the first packet; what has none keeps its place behind the others.
    private static func byTime(_ inputs: [String]) -> [String] {
        let times = inputs.map { firstTime(of: $0) ?? CaptureTime(nanoseconds: .max) }
        return inputs.indices.sorted { times[$0] != times[$1] ? times[$0] < times[$1] : $0 < $1 }.map { inputs[$0] }
    }

    /// Nil for standard input, for what cannot be read, and where no packet has a time.
    private static func firstTime(of path: String) -> CaptureTime? {
        guard path != "-", isRegular(path) else { return nil }
        do throws(InputError) {
            var input = try open(path)
            var batch = PacketBatch(capacity: 1 << 16)
            while try input.read(into: &batch) {
                for position in 0..<batch.count {
                    if let time = batch[position].time { return time }
                }
            }
            return nil
        } catch {
            return nil
        }
    }

    private static func captures(
        below folder: String, _ isOther: ([UInt8]) -> Bool
    ) throws(InputError) -> [String] {
        var found: [String] = []
        var folders = [folder]
        while let next = folders.popLast() {
            let names: [String]
            do {
                names = try entries(of: next)
            } catch {
                guard next != folder else { throw InputError(path: folder, reason: error) }
                found.append(next)
                continue
            }
            for name in names {
                let path = next.hasSuffix("/") ? next + name : next + "/" + name
                if isFolder(path, followingLinks: false) {
                    folders.append(path)
                } else if isRegular(path), holdsCapture(path, isOther) {
                    found.append(path)
                }
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func entries(of folder: String) throws(InputError.Reason) -> [String] {
        guard let stream = opendir(folder) else { throw FileOpening.reason(errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func mode(_ path: String, followingLinks: Bool) -> mode_t {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return 0 }
        return status.st_mode & S_IFMT
    }

    private static func isFolder(_ path: String, followingLinks: Bool) -> Bool {
        mode(path, followingLinks: followingLinks) == S_IFDIR
    }

    private static func isRegular(_ path: String) -> Bool { mode(path, followingLinks: true) == S_IFREG }

    /// Whether a file begins as a pcap or pcapng file does, decompressed where need be; true where that cannot be told.
    private static func holdsCapture(_ path: String, _ isOther: ([UInt8]) -> Bool) -> Bool {
        do {
            let file = try FileOpening.open(path)
            let head = try FileOpening.peek(file)
            if isOther(head) { return true }
            guard let compression = Compression(firstBytes: head) else { return CaptureFileReader.recognises(head) }
            guard var source = compression.source(file) else { return true }
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: FileOpening.peekedBytes, alignment: 16)
            defer { buffer.deallocate() }
            let count = try source.read(into: buffer)
            return CaptureFileReader.recognises(Array(buffer.prefix(count)))
        } catch {
            return true
        }
    }
}
