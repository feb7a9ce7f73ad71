import ConfigurationImport
import Messages
import NetworkTypes
import Testing
import TrafficObservation

@Suite struct ZoneImporterTests {
    private static func read(_ text: String, path: String = "zone") throws -> ImportedFile {
        try ZoneImporter.read(ImportSource(path: path, bytes: Array(text.utf8), digest: "00"))
    }

    private static func problems(_ text: String, path: String = "zone") -> [String] {
        do {
            _ = try read(text, path: path)
            return []
        } catch let failure as ImportFailure {
            return failure.problems.map { "\($0.line): \($0.message.text(in: .english))" }
        } catch {
            return ["\(error)"]
        }
    }

    private static func addresses(_ name: ImportedName) -> String {
        let all = name.a.map(\.description) + name.aaaa.map(\.description)
        return "\(name.line) \(name.name) \(all.joined(separator: " "))"
    }

    // MARK: Names

    @Test func readsNamesWithTheirAddressesAndFirstLines() throws {
        let file = try Self.read(RecordSamples.office)
        #expect(
            file.names.map(Self.addresses) == [
                "11 ns1.xa.example.vn 203.0.113.2 2001:db8:30::2",
                "13 ns2.xa.example.vn 203.0.113.3",
                "14 xa.example.vn 203.0.113.10 203.0.113.11 2001:db8:30::10",
                "20 motcua.xa.example.vn 203.0.113.20",
                "24 dvc.xa.example.vn 203.0.113.21 2001:db8:30::21",
                "28 pc-1.noibo.xa.example.vn 10.1.0.1",
                "28 pc-2.noibo.xa.example.vn 10.1.0.2",
                "28 pc-3.noibo.xa.example.vn 10.1.0.3",
            ])
        #expect(file.pointers.isEmpty)
        #expect(file.hosts.isEmpty)
    }

    @Test func aliasHasNoAddressesOfItsOwn() throws {
        #expect(try !Self.read(RecordSamples.office).names.contains { $0.name == "www.xa.example.vn" })
    }

    @Test func classAndLifetimeStandInEitherOrder() throws {
        let file = try Self.read("$ORIGIN a.vn.\nx IN 3600 A 192.0.2.1\ny 1h30m in a 192.0.2.2\nz A 192.0.2.3\n")
        #expect(file.names.map(\.name) == ["x.a.vn", "y.a.vn", "z.a.vn"])
    }

    @Test func mappedAndTranslatedAddressesAreNoIPv6OfAName() throws {
        let file = try Self.read(
            "$ORIGIN a.vn.\nx A 192.0.2.1\nx AAAA ::ffff:192.0.2.1\nx AAAA 64:ff9b::c000:201\ny AAAA ::ffff:1.2.3.4\n")
        #expect(file.names.map(Self.addresses) == ["2 x.a.vn 192.0.2.1"])
    }

    @Test func blankOwnerKeepsTheNameWhenTheOriginChanges() throws {
        let file = try Self.read("$ORIGIN a.vn.\nx A 192.0.2.1\n$ORIGIN b.vn.\n  AAAA 2001:db8::1\ny A 192.0.2.2\n")
        #expect(file.names.map(Self.addresses) == ["2 x.a.vn 192.0.2.1 2001:db8::1", "5 y.b.vn 192.0.2.2"])
    }

    @Test func ownerOfAPassedOverRecordServesTheNext() throws {
        let file = try Self.read("$ORIGIN a.vn.\nx A 192.0.2.1\ny TXT \"v=spf1 ; a (\" \"-all\"\n  A 192.0.2.2\n")
        #expect(file.names.map(Self.addresses) == ["2 x.a.vn 192.0.2.1", "4 y.a.vn 192.0.2.2"])
    }

    @Test func originMayBeRelativeToTheOneBefore() throws {
        let file = try Self.read("$ORIGIN vn.\n$ORIGIN xa.example\n@ A 192.0.2.1\n")
        #expect(file.names.map(\.name) == ["xa.example.vn"])
    }

    // MARK: Origin

    @Test(arguments: [
        ("/etc/bind/db.xa.example.vn", "www.xa.example.vn"), ("xa.example.vn.zone", "www.xa.example.vn"),
        ("XA.Example.vn.dns", "www.xa.example.vn"), ("forward.xa.vn", "www.xa.vn"), ("example.vn", "www.example.vn"),
        ("slave/xa.vn.db.signed", "www.xa.vn"),
    ])
    func fileNameSaysTheOrigin(path: String, name: String) throws {
        #expect(try Self.read("@ IN SOA ns hm 1 2 3 4 5\nwww IN A 192.0.2.1\n", path: path).names.map(\.name) == [name])
    }

    @Test func startOfAuthorityGoesBeforeTheFileName() throws {
        let file = try Self.read("dung.vn. IN SOA ns hm 1 2 3 4 5\nwww IN A 192.0.2.1\n", path: "db.khac.vn")
        #expect(file.names.map(\.name) == ["www.dung.vn"])
    }

    @Test func windowsNamesTheZoneInAComment() throws {
        let file = try Self.read(RecordSamples.windows, path: "export.txt")
        #expect(
            file.names.map(Self.addresses) == ["14 dc1.so.example.vn 10.9.0.2", "15 pc-07.so.example.vn 10.9.0.57"])
    }

    @Test(arguments: ["zone", "zone.txt", "named.conf", "db.10.x", "backup.2026", "-"])
    func relativeNameWithoutAnOriginIsRefusedOnce(path: String) {
        let found = Self.problems("www A 192.0.2.1\nmail A 192.0.2.2\n  AAAA 2001:db8::1\n", path: path)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("1: The name www is relative") == true)
    }

    // MARK: Pointers

    @Test func readsPointersOfBothFamilies() throws {
        let four = try Self.read("$TTL 1d\n@ SOA ns.a.vn. hm 1 2 3 4 5\n10 PTR WWW.a.vn.\n", path: "db.192.0.2")
        #expect(four.pointers.map { "\($0.line) \($0.address) \($0.name)" } == ["3 192.0.2.10 www.a.vn"])
        let nibbles = "0.1" + String(repeating: ".0", count: 22) + ".8.b.d.0.1.0.0.2"
        let six = try Self.read("$ORIGIN \(nibbles.dropFirst(2)).ip6.arpa.\n0 IN PTR ns1.a.vn.\n")
        #expect(six.pointers.map { "\($0.address) \($0.name)" } == ["2001:db8::10 ns1.a.vn"])
        #expect(six.names.isEmpty)
    }

    @Test func delegatedPartOfANetworkHasALabelOfItsOwn() throws {
        let file = try Self.read(
            "$ORIGIN 0-25.2.0.192.in-addr.arpa.\n5 PTR a.vn.\n$ORIGIN 0/25.2.0.192.in-addr.arpa.\n6 PTR b.vn.\n")
        #expect(file.pointers.map(\.address.description) == ["192.0.2.5", "192.0.2.6"])
    }

    @Test func generatesPointersAndNames() throws {
        let file = try Self.read(
            "$ORIGIN 2.0.192.in-addr.arpa.\n$GENERATE 1-9/4 $ PTR host-${0,3,d}.a.vn.\n$GENERATE 16-17 $ PTR x${-1,2,x}.a.vn.\n"
        )
        #expect(
            file.pointers.map { "\($0.address) \($0.name)" } == [
                "192.0.2.1 host-001.a.vn", "192.0.2.5 host-005.a.vn", "192.0.2.9 host-009.a.vn",
                "192.0.2.16 x0f.a.vn", "192.0.2.17 x10.a.vn",
            ])
    }

    // MARK: Refusals

    @Test func everyErrorIsTold() {
        let found = Self.problems(
            """
            $ORIGIN a.vn.
            x A 192.0.2.300
            $INCLUDE more.db
            y 192.0.2.1
            z AAAA 2001:db8::g
            w MX mail
            $BAD 1
            q TXT "open
            v A 192.0.2.1 )
            u SOA ns hm ( 1 2

            """)
        #expect(found.map { $0.prefix { $0 != ":" } } == ["2", "3", "4", "5", "6", "7", "8", "9", "10"])
        #expect(found.first == "2: The A record of x is not valid: 192.0.2.300")
        #expect(found.contains { $0.hasPrefix("3: $INCLUDE more.db") })
        #expect(found.contains("4: 192.0.2.1 is not a record type."))
        #expect(found.last?.contains("never closed") == true)
    }

    @Test func generatingTooMuchIsRefused() {
        #expect(Self.problems("$ORIGIN a.vn.\n$GENERATE 0-99999999 h$ A 192.0.2.1\n").first?.contains("65536") == true)
        #expect(Self.problems("$ORIGIN a.vn.\n$GENERATE 5-1 h$ A 192.0.2.1\n").count == 1)
    }

    @Test func emptyFileIsRefused() {
        #expect(Self.problems("; nothing\n\n") == ["0: The file is empty."])
    }

    // MARK: Likeness

    @Test func tellsZonesFromOtherTexts() throws {
        func likeness(_ text: String) throws -> Int {
            let source = ImportSource(path: "x", bytes: Array(text.utf8), digest: "")
            return ZoneImporter.likeness(source, lines: try source.lines()[...])
        }
        #expect(try likeness(RecordSamples.office) >= 80)
        #expect(try likeness(RecordSamples.windows) >= 80)
        #expect(try likeness("www.a.vn. 300 IN A 192.0.2.1\nmail.a.vn. 300 IN A 192.0.2.2\n") >= 80)
        for other in RecordSamples.others { #expect(try likeness(other) == 0, "\(other)") }
    }

    @Test func damagedFilesNeverTrap() {
        RecordSamples.damage([RecordSamples.office, RecordSamples.windows, RecordSamples.generated]) { source in
            _ = try? ZoneImporter.read(source)
        }
    }
}
