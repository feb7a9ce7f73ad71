import Foundation
import Glibc
import Testing

@Suite(.serialized, .enabled(if: Lab.isPossible, Lab.reason), .timeLimit(.minutes(2))) struct LiveScanTests {
    /// A folder that the unprivileged user may write to.
    private func openFolder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        chmod(folder.path, 0o777)
        return folder
    }

    private func files(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func packets(_ path: String) throws -> Int {
        struct Document: Decodable {
            struct Capture: Decodable { let packets: Int }
            let captures: [Capture]
        }
        let result = try Tool.run(["scan", "--json", "-r", path])
        #expect(result.status == 0)
        return try JSONDecoder().decode(Document.self, from: result.output).captures.reduce(0) { $0 + $1.packets }
    }

    @Test func everyPacketThatWasSentIsSeen() throws {
        let lab = try Lab()
        let tool = try RunningTool(lab, ["--json"])
        try lab.send(Lab.ipv6, count: 20_000)
        try lab.send(Lab.arp, count: 500)
        let result = try tool.end()
        #expect(result.status == 0)
        #expect(result.text.contains("\"packets\" : 20500"))
        #expect(result.text.contains("\"path\" : \"interface in\""))
        #expect(result.text.contains("\"complete\" : true"))
        #expect(result.text.contains("\"02:00:00:00:00:09\""))
        #expect(result.errors.contains("20500 packets captured, 20500 received, 0 dropped by the kernel"))
    }

    @Test func theFilterLeavesOutWhatDoesNotMatch() throws {
        let lab = try Lab()
        let tool = try RunningTool(lab, ["--json", "-f", "arp"])
        try lab.send(Lab.ipv6, count: 100)
        try lab.send(Lab.arp, count: 7)
        let result = try tool.end()
        #expect(result.errors.contains("7 packets captured, 7 received"))
    }

    @Test func rootBecomesAnUnprivilegedUser() throws {
        let lab = try Lab()
        let tool = try RunningTool(lab, [])
        let status = try String(contentsOfFile: "/proc/\(tool.id)/status", encoding: .utf8)
        let fields = status.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        func field(_ name: String) -> [String] {
            fields.first { $0.first == name + ":" }.map { Array($0.dropFirst()) } ?? []
        }
        #expect(Set(field("Uid")).count == 1)
        #expect(field("Uid").first != "0")
        #expect(field("Gid").first != "0")
        #expect(field("Groups") == [field("Gid").first])
        // Of all rights CAP_NET_RAW, bit 13, and that out of effect.
        #expect(field("CapPrm") == ["0000000000002000"])
        #expect(field("CapEff") == ["0000000000000000"])
        #expect(field("NoNewPrivs") == ["1"])
        #expect(try tool.end().status == 0)
    }

    @Test func anInterfaceThatGoesDownAndComesBackDoesNotEndTheCapture() throws {
        let lab = try Lab()
        let folder = try openFolder()
        let tool = try RunningTool(lab, ["--json", "-w", folder.path + "/x.pcapng"])
        try lab.send(Lab.arp, count: 10)
        try lab.setReceiver("down")
        tool.waitFor("went down")
        try lab.setReceiver("up")
        tool.waitFor("is back")
        try lab.send(Lab.arp, count: 20)
        // Gone altogether: it is opened anew, by the unprivileged user.
        try lab.removeCable()
        usleep(1_500_000)
        try lab.connect()
        for _ in 0..<300 where tool.errors.components(separatedBy: "is back").count < 3 { usleep(50_000) }
        try lab.send(Lab.arp, count: 40)
        let result = try tool.end()
        #expect(result.status == 0)
        #expect(result.errors.contains("70 packets captured"))
        #expect(result.text.contains("\"capture.interface-down\" : 2"))
        #expect(try packets(folder.path + "/x.pcapng") == 70)
    }

    @Test func aRingKeepsItsLimitsAndEvidencePointsIntoItsFiles() throws {
        let lab = try Lab()
        let folder = try openFolder()
        let tool = try RunningTool(
            lab, ["--json", "-w", folder.path + "/x.pcap", "-b", "filesize:10", "-b", "files:3"])
        // Records of 16 + 60 bytes: 132 of them reach 10,000 bytes.
        try lab.send(Lab.arp, count: 1000)
        let result = try tool.end()
        let names = try files(folder)
        #expect(names.map { String($0.prefix(8)) } == ["x_00006_", "x_00007_", "x_00008_"])
        #expect(try names.map { try packets(folder.path + "/" + $0) } == [132, 132, 76])
        for name in names { #expect(result.text.contains(name)) }
        #expect(result.errors.contains("ring gave up: 5"))
        #expect(result.errors.contains("1000 packets captured"))
    }

    @Test func filesOfACertainAge() throws {
        let lab = try Lab()
        let folder = try openFolder()
        let tool = try RunningTool(
            lab, ["-w", folder.path + "/x.pcapng", "-b", "duration:0.5", "-a", "files:3"])
        let result = try tool.end(nil)
        #expect(result.status == 0)
        #expect(try files(folder).count == 3)
    }

    @Test func aFolderThatTheUserMayNotWriteIsNamedAndNothingIsLeftThere() throws {
        let lab = try Lab()
        let folder = try TemporaryFolder()
        chmod(folder.path, 0o700)
        let tool = try RunningTool(lab, ["-w", folder.path + "/x.pcapng", "-b", "filesize:10"])
        let result = try tool.end(nil)
        #expect(result.status == 2)
        #expect(result.errors.contains("--allow-root"))
        #expect(try files(folder).isEmpty)
    }

    @Test func ctrlCLeavesAWholeFile() throws {
        let lab = try Lab()
        let folder = try TemporaryFolder()
        let tool = try RunningTool(lab, ["-w", folder.path + "/x.pcapng"])
        try lab.send(Lab.ipv6, count: 5000)
        #expect(try tool.end(SIGTERM).status == 0)
        #expect(try packets(folder.path + "/x.pcapng") == 5000)
    }

    @Test func killedAtOnceLeavesAReadableFile() throws {
        let lab = try Lab()
        let folder = try TemporaryFolder()
        let tool = try RunningTool(lab, ["-w", folder.path + "/x.pcap"])
        try lab.send(Lab.arp, count: 300)
        usleep(800_000)
        _ = try tool.end(SIGKILL)
        #expect(try packets(folder.path + "/x.pcap") == 300)
    }

    @Test func aLimitEndsItAndCtrlCBeforeIsAnInterruption() throws {
        let lab = try Lab()
        let counted = try RunningTool(lab, ["--json", "-c", "5"])
        try lab.send(Lab.arp, count: 50)
        let five = try counted.end(nil)
        #expect(five.status == 0)
        #expect(five.text.contains("\"packets\" : 5"))
        let timed = try RunningTool(lab, ["--json", "-a", "duration:60"])
        try lab.send(Lab.arp, count: 50)
        let interrupted = try timed.end()
        #expect(interrupted.status == 130)
        #expect(interrupted.text.contains("\"packets\" : 50"))
        #expect(interrupted.text.contains("\"complete\" : false"))
    }

    @Test func aFullDiskEndsTheCaptureAndKeepsWhatWasSeen() throws {
        let lab = try Lab()
        let folder = try openFolder()
        let tool = try RunningTool(
            lab, ["--json", "-w", folder.path + "/x.pcapng"],
            shell: "mount -t tmpfs -o size=64k,mode=777 none \(folder.path)")
        for _ in 0..<20 {
            try lab.send(Lab.ipv6, count: 20)
            usleep(100_000)
        }
        let result = try tool.end(nil)
        #expect(result.status == 3)
        #expect(result.errors.components(separatedBy: "disk is full").count == 2)
        #expect(result.text.contains("\"complete\" : false"))
        #expect(result.text.contains("\"02:00:00:00:00:09\""))
    }
}
