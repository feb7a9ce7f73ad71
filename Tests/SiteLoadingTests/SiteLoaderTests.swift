import Messages
import SiteLoading
import SiteModel
import Testing

/// Each kind of error in `site.yaml`, at its line and column.
@Suite struct SiteLoaderTests {
    typealias Found = SmallSite.Found

    @Test func loadsTheSmallestSiteWithTheDefaults() throws {
        let site = try SiteLoader.read(site: SmallSite.text)
        #expect(site.policy == .standard)
        #expect(site.policy.window == .seconds(35 * 86_400))
        #expect(site.policy.documentationPrefixes == .error)
        #expect(site.privacy.outsideNames == .count)
        #expect(site.utcOffsetMinutes == 420)
        #expect(site.segments[0].plan == nil)
    }

    @Test func suggestsTheKeyThatWasMeant() {
        #expect(
            SmallSite.problems(replacing: "prefixes", with: "prefxies")
                == [Found(11, 5, .unknownKey("prefxies", suggestion: "prefixes"))])
        #expect(
            SmallSite.problems(adding: "polcy: {}\n") == [
                Found(12, 1, .unknownKey("polcy", suggestion: "policy"))
            ])
        #expect(
            SmallSite.problems(replacing: "{agency: xa-a}", with: "{agency: xa-a, qwerty: 1}")
                == [Found(10, 28, .unknownKey("qwerty", suggestion: nil))])
    }

    @Test func reportsMissingKeys() {
        #expect(SmallSite.problems(replacing: "id: van-phong\n") == [Found(1, 1, .missingKey("id"))])
        #expect(SmallSite.problems(replacing: "    kind: office-lan\n") == [Found(7, 5, .missingKey("kind"))])
        #expect(SmallSite.problems(replacing: ", en: Office") == [Found(3, 7, .missingKey("en"))])
        #expect(
            SmallSite.problems(replacing: "level: commune", with: "level: null") == [Found(5, 5, .missingKey("level"))])
        #expect(
            SmallSite.problems(replacing: "names: [{vi: Xã A, en: Commune A}]", with: "names: []")
                == [Found(5, 56, .tooFew(key: "names", minimum: 1))])
    }

    @Test func refusesAnotherSchema() {
        #expect(
            SmallSite.problems(replacing: "site/1", with: "site/2")
                == [Found(1, 9, .wrongSchema(found: "v6audit.site/2", expected: "v6audit.site/1"))])
    }

    @Test func reportsWrongForms() {
        #expect(
            SmallSite.problems(replacing: "[10.0.0.0/24]", with: "10.0.0.0/24")
                == [Found(11, 15, .wrongForm(key: "prefixes", value: nil, expected: .list))])
        #expect(
            SmallSite.problems(replacing: "van-phong", with: "[a]")
                == [Found(2, 5, .wrongForm(key: "id", value: nil, expected: .text))])
        #expect(
            SmallSite.problems(replacing: "{vi: Mạng LAN, en: LAN}", with: "LAN")
                == [Found(8, 11, .wrongForm(key: "name", value: nil, expected: .localizedText))])
        #expect(
            SmallSite.problems(replacing: "{agency: xa-a}", with: "xa-a")
                == [Found(10, 13, .wrongForm(key: "owner", value: nil, expected: .mapping))])
        #expect(
            SmallSite.problems(replacing: "van-phong", with: "van phong")
                == [Found(2, 5, .wrongForm(key: "id", value: "van phong", expected: .identifier))])
    }

    @Test(arguments: [
        ("utcOffset: +7", 12, SiteMessage.Form.utcOffset, "utcOffset", "+7"),
        ("policy: {window: 35 days}", 18, .duration, "window", "35 days"),
        ("policy: {workingDay: on}", 22, .boolean, "workingDay", "on"),
        ("scope: {packetsPerSecond: 0}", 27, .wholeNumber(1, 10_000), "packetsPerSecond", "0"),
        ("scope: {resolvers: [dns]}", 21, .resolver, "resolvers", "dns"),
        ("scope: {exclude: [10.20.30.700]}", 19, .prefix, "exclude", "10.20.30.700"),
        ("scope: {names: [a..b]}", 17, .domainName, "names", "a..b"),
        (
            "pins: [{same: [00:50:56:9a:40:1, 10.0.0.1], by: A, on: 2026-01-01}]", 16, .macOrAddress, "same",
            "00:50:56:9a:40:1"
        ),
        ("pins: [{same: [10.0.0.2, 10.0.0.1], by: A, on: 2026-02-30}]", 48, .date, "on", "2026-02-30"),
        ("tunnels: [{kind: gre, ends: [10.0.0.1, x], agency: xa-a}]", 40, .address, "ends", "x"),
    ])
    func reportsValuesThatCannotBeRead(
        line: String, column: Int, form: SiteMessage.Form, key: String, value: String
    ) {
        #expect(
            SmallSite.problems(adding: line + "\n")
                == [Found(12, column, .wrongForm(key: key, value: value, expected: form))])
    }

    @Test func keepsAddressFamiliesApart() {
        #expect(
            SmallSite.problems(adding: "    dhcpv4Servers: [\"fe80::1\"]\n")
                == [Found(12, 21, .wrongForm(key: "dhcpv4Servers", value: "fe80::1", expected: .ipv4Address))])
        #expect(
            SmallSite.problems(adding: "    dhcpv6Servers: [10.0.0.1]\n")
                == [Found(12, 21, .wrongForm(key: "dhcpv6Servers", value: "10.0.0.1", expected: .ipv6Address))])
        #expect(
            SmallSite.problems(adding: "    routers: [{mac: 00-50-56-9a-40}]\n")
                == [Found(12, 21, .wrongForm(key: "mac", value: "00-50-56-9a-40", expected: .mac))])
        #expect(SmallSite.problems(adding: "    routers: [{}]\n") == [Found(12, 15, .neitherKey("mac", "address"))])
    }

    @Test func listsAllowedValuesAndTheNearest() {
        #expect(
            SmallSite.problems(replacing: "office-lan", with: "office-lna")
                == [
                    Found(
                        9, 11,
                        .unknownValue(
                            key: "kind", value: "office-lna", allowed: Segment.Kind.allCases.map(\.rawValue),
                            suggestion: "office-lan"))
                ])
    }

    @Test func reportsHostBits() {
        #expect(
            SmallSite.problems(replacing: "10.0.0.0/24", with: "10.0.0.7/24")
                == [Found(11, 16, .hostBits(value: "10.0.0.7/24", prefix: "10.0.0.0/24"))])
    }

    @Test func reportsUnknownReferences() {
        #expect(
            SmallSite.problems(replacing: "agency: xa-a", with: "agency: xa-aa")
                == [Found(10, 22, .unknownAgency("xa-aa", suggestion: "xa-a"))])
        #expect(
            SmallSite.problems(adding: "captures: [{files: a.pcap, segment: wan}]\n")
                == [Found(12, 37, .unknownSegment("wan", suggestion: "lan"))])
    }

    @Test func reportsDuplicateIds() {
        #expect(
            SmallSite.problems(
                replacing: "segments:",
                with: "  - {id: xa-a, level: commune, kind: committee, names: [{vi: B, en: B}]}\nsegments:")
                == [Found(6, 10, .duplicateIdentifier("xa-a", firstLine: 5))])
    }

    @Test func reportsAnEndBeforeTheBeginning() {
        #expect(
            SmallSite.problems(replacing: "{agency: xa-a}", with: "{agency: xa-a, from: 2025-07-01, to: 2025-06-30}")
                == [Found(10, 50, .endBeforeStart(start: "2025-07-01", end: "2025-06-30"))])
    }

    @Test func reportsAnAgencyThatIsItsOwnParent() {
        #expect(
            SmallSite.problems(replacing: "kind: committee", with: "kind: committee, parents: [{agency: xa-a}]")
                == [Found(5, 10, .ownParent("xa-a"))])
        let circle = """
              - {id: b, level: none, kind: party, names: [{vi: B, en: B}], parents: [{agency: c}]}
              - {id: c, level: none, kind: party, names: [{vi: C, en: C}], parents: [{agency: xa-a}, {agency: b}]}
            segments:
            """
        #expect(SmallSite.problems(replacing: "segments:", with: circle) == [Found(6, 10, .ownParent("b"))])
    }

    @Test func collectsEverythingInOrder() {
        let found = SmallSite.problems(
            site: SmallSite.text.replacing("commune", with: "comune").replacing("10.0.0.0/24", with: "10.0.0.1/24")
                + "scpe: {}\n",
            systems: SmallSite.systemsHeader + "a,,xa-b,,,,,,,,\n",
            answers: "schema: v6audit.answers/1\nwaiver: []\n")
        #expect(
            found.map(\.message.code) == [
                "site.unknown-value", "site.host-bits", "site.unknown-key", "site.unknown-agency", "site.unknown-key",
            ])
    }

    @Test func saysBothLanguagesWithThePlace() {
        let problem = SiteProblem(
            file: "a/site.yaml", line: 11, column: 5, message: .unknownKey("prefxies", suggestion: "prefixes"))
        #expect(
            problem.text(in: .english) == "a/site.yaml:11:5: unknown key 'prefxies'; did you mean 'prefixes'?")
        #expect(
            problem.text(in: .vietnamese)
                == "a/site.yaml:11:5: khóa không có trong quy định: 'prefxies'; có phải ý bạn là 'prefixes'?")
    }

    @Test func reportsAMissingFile() {
        #expect(
            throws: SiteError(problems: [
                SiteProblem(file: "/nowhere/site.yaml", line: 0, column: 0, message: .notFound)
            ])
        ) {
            try SiteLoader.load(folder: "/nowhere")
        }
    }
}
