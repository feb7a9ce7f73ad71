import ConfigurationImport
import Messages
import NetworkTypes
import Testing
import TrafficObservation

@Suite struct ZeekImporterTests {
    private static func read(_ text: String) throws -> ImportedFile {
        try ZeekImporter.read(ImportSource(path: "conn.log", bytes: Array(text.utf8), digest: "00"))
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

    private static func hosts(_ file: ImportedFile) -> [String] {
        file.hosts.map { host in
            let addresses = host.interfaces.flatMap(\.addresses).map(\.address.description).joined(separator: " ")
            return "\(host.line) \(addresses)"
        }
    }

    private static func services(_ file: ImportedFile) -> [String] {
        file.services.map { "\($0.line) \($0.host ?? "?") \($0.transport.name)/\($0.port) \($0.families.map(\.name))" }
    }

    // MARK: conn

    @Test func hostsAreOwnAddressesThatSentSomething() throws {
        #expect(
            try Self.hosts(Self.read(RecordSamples.conn)) == [
                "9 10.20.30.60", "9 10.20.40.20", "12 10.20.30.78", "13 2001:db8:30:1::60", "13 2001:db8:40::53",
                "14 2001:db8:40::99", "15 fe80::1", "17 10.20.30.61",
            ])
    }

    @Test func serviceIsWhereTheResponderTookTheConnection() throws {
        #expect(
            try Self.services(Self.read(RecordSamples.conn)) == [
                "9 10.20.40.20 tcp/443 [\"ipv4\"]", "13 2001:db8:40::53 udp/53 [\"ipv6\"]",
                "19 10.20.40.20 tcp/25 [\"ipv4\"]",
            ])
    }

    @Test func fileWasMadeAtTheNewestTime() throws {
        let made = try Self.read(RecordSamples.conn).made
        #expect(made == CaptureTime(nanoseconds: 1_764_000_010_500_000_000))
        #expect(try Self.read(RecordSamples.connJSON).made == CaptureTime(nanoseconds: 1_764_000_003_500_000_000))
    }

    @Test func readsAllSpellingsOfKeysInJSON() throws {
        let file = try Self.read(RecordSamples.connJSON)
        #expect(
            Self.hosts(file) == [
                "1 10.20.30.60", "1 10.20.40.20", "2 10.20.30.61", "3 2001:db8:30::53", "3 2001:db8:30::60",
            ])
        #expect(
            Self.services(file) == [
                "1 10.20.40.20 tcp/443 [\"ipv4\"]", "3 2001:db8:30::53 udp/53 [\"ipv6\"]",
            ])
    }

    @Test func rowsMayStandInAnArray() throws {
        let rows = RecordSamples.connJSON.split(separator: "\n").joined(separator: ",\n")
        #expect(try Self.hosts(Self.read("[\n\(rows)\n]\n")).count == 5)
    }

    @Test func cardAddressOfARouterIsNoMachines() throws {
        let rows = [("192.168.1.5", "198.51.100.1"), ("192.168.2.6", "198.51.100.1"), ("fe80::5", "fe80::6")]
        let text = rows.map { origin, responder in
            let own = origin.hasPrefix("192.168.2") ? "00:11:22:00:00:09" : "00:11:22:00:00:05"
            let other = responder.hasPrefix("198") ? "00:11:22:00:00:09" : "00:11:22:00:00:06"
            return "{\"ts\":1,\"id.orig_h\":\"\(origin)\",\"id.resp_h\":\"\(responder)\",\"proto\":\"tcp\","
                + "\"conn_state\":\"SF\",\"orig_pkts\":1,\"resp_pkts\":1,\"orig_l2_addr\":\"\(own)\","
                + "\"resp_l2_addr\":\"\(other)\"}\n"
        }
        let file = try Self.read(text.joined())
        #expect(Self.hosts(file) == ["1 192.168.1.5 fe80::5", "2 192.168.2.6", "3 fe80::6"])
        #expect(
            file.hosts.map { $0.interfaces[0].mac?.description } == ["00:11:22:00:00:05", nil, "00:11:22:00:00:06"])
    }

    // MARK: dns, dhcp, known_hosts

    @Test func namesHaveTheAddressesThatWereAnswered() throws {
        let file = try Self.read(RecordSamples.dns)
        #expect(
            file.names.map { "\($0.line) \($0.name) \($0.a) \($0.aaaa)" } == [
                "9 dvc.xa.example.vn [203.0.113.20] [2001:db8:30::20]", "11 mail.xa.example.vn [203.0.113.25] []",
            ])
        #expect(file.pointers.map { "\($0.line) \($0.address) \($0.name)" } == ["16 203.0.113.25 mail.xa.example.vn"])
    }

    @Test func leasesAreConfirmedAndCurrent() throws {
        let file = try Self.read(RecordSamples.dhcp)
        #expect(file.leases.map { "\($0.line) \($0.address?.description ?? "")" } == ["14 10.0.0.51"])
        #expect(file.leases.first?.mac?.description == "00:11:22:33:44:05")
        #expect(file.leases.first?.name == "pc-05")
    }

    @Test func knownHostsAreOwn() throws {
        #expect(try Self.hosts(Self.read(RecordSamples.knownHosts)) == ["9 203.0.113.9", "10 2001:db8:77::9"])
    }

    @Test func logsMayFollowEachOther() throws {
        let file = try Self.read(RecordSamples.conn + RecordSamples.files + RecordSamples.dhcp + RecordSamples.dns)
        #expect(file.hosts.count == 8)
        #expect(file.leases.count == 1)
        #expect(file.names.count == 2)
        let lines = try Self.read(RecordSamples.dnsJSON)
        #expect(lines.names.count == 1 && lines.leases.count == 1 && lines.hosts.count == 1)
    }

    // MARK: Damage

    @Test func rowThatIsCutAtTheEndIsNotTaken() throws {
        let rows = RecordSamples.conn.components(until: "#close")
        let cut = String(rows.dropLast(60))
        #expect(try Self.services(Self.read(cut)).count == 2)
        #expect(try Self.hosts(Self.read(RecordSamples.connJSON.trimmedLast(40))).count == 3)
    }

    @Test func everyErrorIsTold() {
        let text = RecordSamples.conn
            .replacing("10.20.30.77", with: "10.20.30.777").replacing("C4\t", with: "").replacing(
                "1764000005.5", with: "x")
        #expect(
            Self.problems(text) == [
                "11: The value of id.resp_h is not valid: 10.20.30.777", "12: The row has 20 columns instead of 21.",
                "13: The value of ts is not valid: x",
            ])
        #expect(Self.problems("1764000000.0\t10.0.0.1\n1764000000.0\t10.0.0.1\n").count == 1)
        #expect(Self.problems(RecordSamples.files).first?.contains("files") == true)
        #expect(Self.problems("\n") == ["0: The file is empty."])
    }

    @Test func emptyLogIsNoError() throws {
        let head = RecordSamples.dhcp.split(separator: "\n").filter { $0.hasPrefix("#") }.joined(separator: "\n")
        #expect(try Self.read(head).leases.isEmpty)
    }

    @Test func tellsZeekFromOtherTexts() throws {
        func likeness(_ text: String) throws -> Int {
            let source = ImportSource(path: "x", bytes: Array(text.utf8), digest: "")
            return ZeekImporter.likeness(source, lines: try source.lines()[...])
        }
        for log in RecordSamples.zeek { #expect(try likeness(log) >= 80) }
        for other in RecordSamples.others + [RecordSamples.office, RecordSamples.flows] {
            #expect(try likeness(other) == 0, "\(other)")
        }
    }

    @Test func damagedFilesNeverTrap() {
        RecordSamples.damage(RecordSamples.zeek) { source in _ = try? ZeekImporter.read(source) }
    }
}

extension String {
    fileprivate func components(until mark: String) -> Substring {
        self[..<(firstRange(of: mark)?.lowerBound ?? endIndex)]
    }

    fileprivate func trimmedLast(_ count: Int) -> String { String(dropLast(count)) }
}
