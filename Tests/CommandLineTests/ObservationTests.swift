import Foundation
import Testing

@Suite struct ObservationTests {
    private static let captures = ["hai-hau.pcapng", "tslcd-uplink.pcapng"]
    private static func capture(_ name: String) -> String {
        Tool.samples.appending(path: "hai-hau/captures/\(name)").path
    }

    /// Writes the observations of both sample captures.
    private static func observe(_ folder: TemporaryFolder) throws -> [String] {
        try captures.map { name in
            let path = folder.path + "/" + name + ".v6obs"
            let result = try Tool.run(["scan", "-r", capture(name), "-o", path, "-q", "--json"])
            #expect(result.status == 0, "\(result.errors)")
            return path
        }
    }

    private static func audit(_ folder: TemporaryFolder, _ inputs: [String]) throws -> String {
        let site = folder.path + "/" + UUID().uuidString
        _ = try Tool.run(["init", site, "--from", Tool.samples.appending(path: "hai-hau").path])
        let result = try Tool.run(
            ["audit", "--site", site, "--as-of", "2026-11-24", "--json", "-r"] + inputs)
        #expect(result.status == 0, "\(result.errors)")
        return result.text.replacing(site, with: "SITE")
    }

    @Test func anAuditOfObservationsIsThatOfTheCapturesInAnyOrder() throws {
        let folder = try TemporaryFolder()
        let stored = try Self.observe(folder)
        let direct = try Self.audit(folder, Self.captures.map { Self.capture($0) })
        #expect(try Self.audit(folder, stored) == direct)
        #expect(try Self.audit(folder, stored.reversed()) == direct)
        #expect(try Self.audit(folder, [stored[1], Self.capture(Self.captures[0])]) == direct)
        // Once as a capture and once as observations: it counts once.
        #expect(try Self.audit(folder, stored + [Self.capture(Self.captures[1])]) == direct)
    }

    @Test func aFolderOfObservationsIsReadByContent() throws {
        let folder = try TemporaryFolder()
        let stored = try Self.observe(folder)
        let below = folder.path + "/below"
        try FileManager.default.createDirectory(atPath: below, withIntermediateDirectories: true)
        for (number, path) in stored.enumerated() {
            try FileManager.default.moveItem(atPath: path, toPath: below + "/\(number).data")
        }
        let result = try Tool.run(["scan", "-r", below, "--json"])
        #expect(result.status == 0, "\(result.errors)")
        let document = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        #expect((document["captures"] as? [Any])?.count == 2)
    }

    @Test func onlyTheOwnerReadsObservationsAndNothingIsLeftBehind() throws {
        let folder = try TemporaryFolder()
        let stored = try Self.observe(folder)
        let mode = try FileManager.default.attributesOfItem(atPath: stored[0])[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }

    @Test func aDamagedFileIsSaidWithItsOffsetAndTheOthersAreRead() throws {
        let folder = try TemporaryFolder()
        let stored = try Self.observe(folder)
        var bytes = try Data(contentsOf: URL(filePath: stored[0]))
        bytes[bytes.count / 2] ^= 1
        let damaged = folder.file("damaged.v6obs", bytes)
        let alone = try Tool.run(["scan", "-r", damaged, "--lang", "en"])
        #expect(alone.status == 2)
        #expect(alone.errors.contains("damaged.v6obs, byte \(bytes.count - 32): the checksum does not match"))
        let both = try Tool.run(["scan", "-r", damaged, stored[1], "--json"])
        #expect(both.status == 1 || both.status == 3, "\(both.status)")
        #expect(both.errors.contains("\"observations\""))
    }

    @Test func observationsThatOverlapAreRefused() throws {
        let folder = try TemporaryFolder()
        let stored = try Self.observe(folder)
        let part = folder.path + "/part.v6obs"
        let capture = Self.capture(Self.captures[0])
        #expect(try Tool.run(["scan", "-r", capture, "-f", "tcp", "-o", part, "-q", "--json"]).status == 0)
        let result = try Tool.run(["scan", "-r", stored[0], part, "--lang", "en"])
        #expect(result.errors.contains("overlap"))
        #expect(result.status != 0)
    }

    @Test func limitsAreNamedAndReportedWhenTheyAreMet() throws {
        let capture = Self.capture(Self.captures[0])
        let result = try Tool.run(["scan", "-r", capture, "--json", "--limit", "flows=3", "--limit", "macs=5"])
        #expect(result.status == 0)
        #expect(result.text.contains("limit.flows"))
        #expect(result.text.contains("limit.macs"))
        #expect(try !Tool.run(["scan", "-r", capture, "--json"]).text.contains("limit."))
        let unknown = try Tool.run(["scan", "-r", capture, "--limit", "flow=3", "--lang", "en"])
        #expect(unknown.status == 64 || unknown.status == 2)
        #expect(unknown.errors.contains("Did you mean flows?"))
        #expect(try Tool.run(["scan", "-r", capture, "--limit", "flows=none", "--lang", "en"]).status != 0)
        #expect(try Tool.run(["scan", "-r", capture, "-o", "x.json", "--lang", "en"]).errors.contains(".v6obs"))
        #expect(try Tool.run(["audit", "--help", "--lang", "en"]).text.contains("set-members"))
    }
}
