import Foundation
import Testing

@Suite struct InterfacesTests {
    @Test func theListIsAsTsharksAndAsJSON() throws {
        let text = try Tool.run(["scan", "-D"])
        #expect(text.status == 0)
        #expect(text.text.hasPrefix("1. "))
        #expect(text.text.contains(". lo"))
        struct Document: Decodable {
            struct Interface: Decodable {
                let name: String
                let loopback: Bool
            }
            let schema: String
            let interfaces: [Interface]
        }
        let json = try Tool.run(["interfaces", "--json"])
        let document = try JSONDecoder().decode(Document.self, from: json.output)
        #expect(document.schema == "v6audit.interfaces/1")
        #expect(document.interfaces.first { $0.name == "lo" }?.loopback == true)
        #expect(json.text.contains("\"linkType\""))
    }

    @Test(arguments: [
        ["-w", "x"], ["-c", "1"], ["-i", "lo", "-r", "x"], ["-i", "lo", "-b", "files:2"],
        ["-i", "lo", "-w", "x", "-b", "files:2"], ["-i", "lo", "-a", "weeks:1"], ["-i", "lo", "-a", "duration:-1"],
        ["-i", "lo", "-a", "packets:0.5"], ["-i", "lo", "-c", "0"], ["-i", "lo", "-B", "0"],
        ["-i", "lo", "-w", "x", "-b", "filesize:nan"], ["-i", "lo", "-w", "x", "-b", "duration:1e99"],
    ])
    func optionsThatDoNotFitAreAUsageError(arguments: [String]) throws {
        let result = try Tool.run(["scan"] + arguments)
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
    }
}
