import Foundation
import Testing

/// What an earlier audit proved still counts for one window of the site.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/editcap")))
struct HeldStateTests {
    /// The sample's office without IPv6, some days later.
    private func withoutIPv6(_ folder: TemporaryFolder, _ site: String, days: Int) throws -> String {
        let plain = folder.path + "/plain.pcapng"
        let shifted = folder.path + "/hai-hau-\(days).pcapng"
        for command in [
            ["/usr/bin/tshark", "-r", site + "/captures/hai-hau.pcapng", "-Y", "!ipv6", "-w", plain],
            ["/usr/bin/editcap", "-t", "\(days * 86_400)", plain, shifted],
        ] {
            let process = Process()
            process.executableURL = URL(filePath: command[0])
            process.arguments = Array(command.dropFirst())
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        return shifted
    }

    private func hosts(_ site: String, _ capture: String) throws -> [[String: Any]] {
        let result = try Tool.run(["audit", "--site", site, "-r", capture, "--json"])
        #expect(result.status == 0, "\(result.errors)")
        let document = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        return try #require(document["hosts"] as? [[String: Any]])
    }

    private func held(_ hosts: [[String: Any]]) -> [String: String] {
        hosts.reduce(into: [:]) { states, host in
            guard let id = host["id"] as? String, let held = host["held"] as? [String: Any] else { return }
            states[id] = held["state"] as? String
        }
    }

    @Test func aMachineWithoutIPv6TrafficKeepsItsStateForOneWindow() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let first = try hosts(site, site + "/captures/hai-hau.pcapng")
        #expect(held(first).isEmpty)
        let working = Set(
            first.filter { $0["state"] as? String == "dual-operational" }.compactMap { $0["id"] as? String })
        #expect(!working.isEmpty)

        let next = try hosts(site, try withoutIPv6(folder, site, days: 2))
        let kept = held(next)
        #expect(!kept.isEmpty)
        for host in next {
            guard let id = host["id"] as? String, working.contains(id) else { continue }
            #expect(kept[id] == "dual-operational")
            #expect(host["state"] as? String != "dual-operational")
            #expect((host["provisionalBecause"] as? [String])?.contains("held-from-audit") == true)
        }
        let id = try #require(kept.first { $0.value == "dual-operational" }?.key)
        #expect(try Tool.run(["explain", id, "--site", site]).text.contains("still counted as: dual-stack working"))

        #expect(held(try hosts(site, try withoutIPv6(folder, site, days: 60))).isEmpty)
    }

    @Test func theDocumentIsWhatItsSchemaSays() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        _ = try hosts(site, site + "/captures/hai-hau.pcapng")
        let report = folder.path + "/r.json"
        let shifted = try withoutIPv6(folder, site, days: 2)
        #expect(try Tool.run(["audit", "--site", site, "-r", shifted, "-q", "-o", report]).status == 0)
        #expect(try SchemaValidation.problems(of: report, "audit") == "")
    }
}
