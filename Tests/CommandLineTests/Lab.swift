import Foundation
import Glibc
import Testing

/// Two network namespaces with a cable between them: frames are sent at `out`, the tool captures at `in`.
final class Lab {
    /// Root that may make namespaces; a container often may not.
    static let isPossible: Bool = {
        guard geteuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/sbin/ip") else { return false }
        let name = "v6try\(getpid())"
        defer { try? ip(["netns", "del", name]) }
        return (try? ip(["netns", "add", name])) != nil
    }()
    static let reason: Comment = "needs root, iproute2 and network namespaces"

    struct Refused: Error { let arguments: [String] }

    private let sender: String
    let receiver: String

    init() throws {
        let id = UUID().uuidString.prefix(8)
        sender = "v6a\(id)"
        receiver = "v6b\(id)"
        try Self.ip(["netns", "add", sender])
        try Self.ip(["netns", "add", receiver])
        try connect()
    }

    deinit {
        try? Self.ip(["netns", "del", sender])
        try? Self.ip(["netns", "del", receiver])
    }

    /// Lays the cable; nothing but what a test sends goes over it.
    func connect() throws {
        try Self.ip(["link", "add", "out", "netns", sender, "type", "veth", "peer", "name", "in", "netns", receiver])
        for (namespace, name) in [(sender, "out"), (receiver, "in")] {
            try Self.ip(
                ["netns", "exec", namespace, "sysctl", "-qw", "net.ipv6.conf.\(name).disable_ipv6=1"])
            try Self.ip(["-n", namespace, "link", "set", name, "up"])
        }
        // The carrier of a new cable comes late.
        for _ in 0..<100 where (try? carrier()) != "1" { usleep(50_000) }
    }

    private func carrier() throws -> String {
        try Self.output(["netns", "exec", receiver, "cat", "/sys/class/net/in/carrier"])
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func setReceiver(_ state: String) throws { try Self.ip(["-n", receiver, "link", "set", "in", state]) }

    func removeCable() throws { try Self.ip(["-n", receiver, "link", "del", "in"]) }

    /// Sends a frame so many times, all of them different in one byte.
    func send(_ frame: [UInt8], count: Int) throws {
        let name = sender
        let sent = DispatchSemaphore(value: 0)
        // A namespace belongs to a thread: one that ends with it.
        let thread = Thread {
            defer { sent.signal() }
            let namespace = open("/run/netns/\(name)", O_RDONLY)
            defer { close(namespace) }
            guard Self.enter(namespace) else { return }
            let socket = Glibc.socket(AF_PACKET, Int32(SOCK_RAW.rawValue), 0)
            defer { close(socket) }
            Self.withLinkAddress(of: "out") { address, length in
                for _ in 0..<count { _ = sendto(socket, frame, frame.count, 0, address, length) }
            }
        }
        thread.start()
        sent.wait()
    }

    /// setns(2), which the Glibc module does not have; 0x4000_0000 is CLONE_NEWNET.
    private static func enter(_ namespace: Int32) -> Bool {
        typealias SetNamespace = @convention(c) (Int32, Int32) -> Int32
        guard let symbol = dlsym(nil, "setns") else { return false }
        return unsafeBitCast(symbol, to: SetNamespace.self)(namespace, 0x4000_0000) == 0
    }

    /// A sockaddr_ll, which the Glibc module does not have: family, protocol, index, and 12 bytes that sending needs
    /// not. packet(7).
    private static func withLinkAddress(of name: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Void) {
        var bytes = [UInt8](repeating: 0, count: 20)
        withUnsafeBytes(of: UInt16(AF_PACKET)) { bytes.replaceSubrange(0..<2, with: $0) }
        withUnsafeBytes(of: Int32(if_nametoindex(name))) { bytes.replaceSubrange(4..<8, with: $0) }
        bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            body(start.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
    }

    static func ip(_ arguments: [String]) throws { _ = try output(arguments) }

    private static func output(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/sbin/ip")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Refused(arguments: arguments) }
        return String(decoding: data, as: UTF8.self)
    }

    /// An ARP request of 60 bytes.
    static let arp: [UInt8] =
        [255, 255, 255, 255, 255, 255, 2, 0, 0, 0, 0, 9, 8, 6, 0, 1, 8, 0, 6, 4, 0, 1, 2, 0, 0, 0, 0, 9, 192, 0, 2, 9]
        + [0, 0, 0, 0, 0, 0, 192, 0, 2, 1] + [UInt8](repeating: 0, count: 18)

    /// An IPv6 datagram of 1,514 bytes to port 5353.
    static let ipv6: [UInt8] =
        [0x33, 0x33, 0, 0, 0, 0xfb, 2, 0, 0, 0, 0, 9, 0x86, 0xdd, 0x60, 0, 0, 0, 0x05, 0xb4, 17, 255, 0xfe, 0x80]
        + [UInt8](repeating: 0, count: 13) + [9, 0xff, 2] + [UInt8](repeating: 0, count: 13) + [0xfb]
        + [0x14, 0xe9, 0x14, 0xe9, 0x05, 0xb4, 0, 0] + [UInt8](repeating: 0, count: 1452)
}

/// The tool at work in the receiving namespace of a lab.
final class RunningTool {
    private let process = Process()
    private let folder: TemporaryFolder
    private let outputPath: String
    private let errorPath: String

    /// Waits until the interface is open.
    ///
    /// - Parameter shell: runs before the tool in a mount namespace of its own.
    init(_ lab: Lab, _ arguments: [String], shell: String = "") throws {
        folder = try TemporaryFolder()
        outputPath = folder.file("out")
        errorPath = folder.file("err")
        process.executableURL = URL(filePath: "/usr/sbin/ip")
        process.arguments = ["netns", "exec", lab.receiver]
        let command = [Tool.path, "scan", "-i", "in"] + arguments
        if shell.isEmpty {
            process.arguments? += command
        } else {
            process.arguments? += ["sh", "-c", shell + "; exec \"$@\"", "sh"] + command
        }
        process.environment = ["LANG": "en_GB.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputPath))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errorPath))
        try process.run()
        // From the moment in which root's rights are given up.
        for _ in 0..<300 where isRoot && process.isRunning { usleep(50_000) }
    }

    private var isRoot: Bool {
        let status = (try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)) ?? ""
        return status.split(separator: "\n").contains { $0.hasPrefix("Uid:\t0\t") }
    }

    var id: Int32 { process.processIdentifier }
    var errors: String { (try? String(contentsOfFile: errorPath, encoding: .utf8)) ?? "" }

    /// Waits until a text stands on standard error, at most 15 seconds.
    func waitFor(_ text: String) {
        for _ in 0..<300 where !errors.contains(text) && process.isRunning { usleep(50_000) }
    }

    /// Ends it with a signal, or waits for it to end by itself.
    func end(_ signal: Int32? = SIGINT) throws -> Tool.Result {
        if let signal { kill(id, signal) }
        for _ in 0..<400 where process.isRunning { usleep(50_000) }
        if process.isRunning {
            Issue.record("it does not end: \(errors)")
            kill(id, SIGKILL)
        }
        process.waitUntilExit()
        return Tool.Result(
            status: process.terminationStatus, output: try Data(contentsOf: URL(filePath: outputPath)), errors: errors)
    }
}
