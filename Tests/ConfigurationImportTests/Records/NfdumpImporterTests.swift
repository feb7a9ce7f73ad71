import ConfigurationImport
import Messages
import NetworkTypes
import Testing
import TrafficObservation

@Suite struct NfdumpImporterTests {
    private static func read(_ text: String) throws -> ImportedFile {
        try NfdumpImporter.read(ImportSource(path: "flows.json", bytes: Array(text.utf8), digest: "00"))
    }

    private static func problems(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch let failure as ImportFailure {
            return failure.problems.map { "\($0.line): \($0.message.text(in: .english))" }
        } catch {
            return ["\(error)"]
        }
    }

    private static func hosts(_ file: ImportedFile) -> Set<String> {
        Set(file.hosts.flatMap(\.interfaces).flatMap(\.addresses).map(\.address.description))
    }

    private static func services(_ file: ImportedFile) -> Set<String> {
        Set(file.services.map { "\($0.host ?? "?") \($0.transport.name)/\($0.port)" })
    }

    @Test func hostsAreOwnAddressesThatSentSomething() throws {
        let file = try Self.read(RecordSamples.flows)
        #expect(
            Self.hosts(file) == [
                "10.20.30.60", "10.20.40.20", "10.20.30.78", "10.20.40.21", "2001:db8:30::60", "2001:db8:30::53",
                "10.20.30.61", "10.20.30.62", "10.20.40.23", "10.20.40.24",
            ])
        #expect(file.hosts.first?.line == 2)
    }

    @Test func serviceIsWhereSomebodyAnswered() throws {
        #expect(
            try Self.services(Self.read(RecordSamples.flows)) == [
                "10.20.40.20 tcp/443", "10.20.40.21 tcp/61000", "2001:db8:30::53 udp/53", "10.20.40.23 tcp/22",
                "10.20.40.24 tcp/3306",
            ])
    }

    @Test func readsOneFlowALine() throws {
        let lines = RecordSamples.flowList.map { $0.replacing("\n", with: "") }.joined(separator: "\n") + "\n"
        let file = try Self.read(lines)
        #expect(try Self.services(file) == Self.services(Self.read(RecordSamples.flows)))
        #expect(file.services.first { $0.port == 3306 }?.line == 17)
    }

    /// nfdump knows no zone: the clock of the office is Vietnam's.
    @Test func fileWasMadeAtTheNewestTime() throws {
        #expect(try Self.read(RecordSamples.flows).made?.description == "2026-11-24T01:00:09.600000Z")
    }

    @Test func nothingFoundIsToldSo() {
        #expect(Self.problems("[\nNo matching flows\n]\n").first?.contains("no flow") == true)
        #expect(Self.problems("[]").first?.contains("no flow") == true)
    }

    @Test func everyErrorIsTold() {
        let text = RecordSamples.flows.replacing("10.20.30.77", with: "10.20.30.777").replacing(
            "......S.", with: "...Q..S.")
        #expect(Self.problems(text).count == 2)
        #expect(Self.problems(text).first == "55: The value of dst4_addr is not valid: 10.20.30.777")
    }

    @Test func tellsFlowsFromOtherTexts() throws {
        func likeness(_ text: String) throws -> Int {
            let source = ImportSource(path: "x", bytes: Array(text.utf8), digest: "")
            return NfdumpImporter.likeness(source, lines: try source.lines()[...])
        }
        #expect(try likeness(RecordSamples.flows) >= 80)
        for other in RecordSamples.others + RecordSamples.zeek { #expect(try likeness(other) == 0, "\(other)") }
    }

    @Test func damagedFilesNeverTrap() {
        RecordSamples.damage([RecordSamples.flows] + RecordSamples.flowList) { source in
            _ = try? NfdumpImporter.read(source)
        }
    }
}
