import Foundation
import Testing

@Suite struct ScanTests {
    let capture = Tool.samples.appending(path: "office-a/capture.pcap").path

    @Test func theSameCaptureGivesTheSameBytes() throws {
        let first = try Tool.run(["scan", "--json", "-r", capture])
        let second = try Tool.run(["scan", "--json", "-r", capture])
        #expect(first.status == 0)
        #expect(first.output == second.output)
        #expect(first.text.contains("\"schema\" : \"v6audit.scan/1\""))
    }

    @Test func standardInputIsReadAsAFile() throws {
        let bytes = try Data(contentsOf: URL(filePath: capture))
        let result = try Tool.run(["scan", "--json", "-r", "-"], input: bytes)
        #expect(result.status == 0)
        #expect(result.text.contains("\"packets\" : 1534"))
    }

    @Test func aCutCaptureKeepsWhatWasReadAndEndsWithThree() throws {
        let folder = try TemporaryFolder()
        let bytes = try Data(contentsOf: URL(filePath: capture))
        let cut = folder.file("cut.pcap", bytes.prefix(100_000))
        let result = try Tool.run(["scan", "--json", "-r", cut])
        #expect(result.status == 3)
        #expect(result.text.contains("\"complete\" : false"))
        #expect(result.errors.contains("\"offset\" : "))
        let human = try Tool.run(["scan", "-r", cut])
        #expect(human.errors.split(separator: "\n").count == 1)
    }

    @Test func aWholeHeaderWithoutAPacketIsNoError() throws {
        let folder = try TemporaryFolder()
        let bytes = try Data(contentsOf: URL(filePath: capture))
        #expect(try Tool.run(["scan", "--json", "-r", folder.file("head.pcap", bytes.prefix(24))]).status == 0)
    }

    @Test(arguments: [Data(), Data("just some text, no capture\n".utf8), Data([0xd4, 0xc3, 0xb2, 0xa1, 0, 0])])
    func whatIsNoCaptureIsOneSentenceAndEndsWithTwo(content: Data) throws {
        let folder = try TemporaryFolder()
        let result = try Tool.run(["scan", "-r", folder.file("x.pcap", content)])
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.split(separator: "\n").count == 1)
        #expect(result.errors.contains("x.pcap"))
    }

    @Test func aMissingFileAndAFolderWithoutCapturesEndWithTwo() throws {
        let folder = try TemporaryFolder()
        #expect(try Tool.run(["scan", "-r", folder.path + "/missing.pcap"]).status == 2)
        #expect(try Tool.run(["scan", "-r", folder.path]).status == 2)
    }

    @Test func oneBrokenFileAmongGoodOnesIsAPartialRun() throws {
        let folder = try TemporaryFolder()
        let result = try Tool.run(["scan", "--json", "-r", capture, folder.file("x.pcap", Data("text\n".utf8))])
        #expect(result.status == 3)
        #expect(result.text.contains("\"packets\" : 1534"))
    }

    @Test func wrongUsageEndsWithSixtyFour() throws {
        #expect(try Tool.run(["scan", "--no-such-option"]).status == 64)
        #expect(try Tool.run(["no-such-command"]).status == 64)
    }

    @Test func usageErrorsSpeakVietnamese() throws {
        let result = try Tool.run(["scan", "--lang", "vi", "--no-such-option"])
        #expect(result.status == 64)
        #expect(result.errors.contains("Lỗi: "))
        #expect(!result.errors.contains("Usage:"))
    }
}
