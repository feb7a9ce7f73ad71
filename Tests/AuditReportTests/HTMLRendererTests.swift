import Messages
import Testing

@testable import AuditReport

@Suite struct HTMLRendererTests {
    private func page(
        _ language: Language = .vietnamese, change: (inout AuditDocument) -> Void = { _ in }
    ) throws -> String {
        var document = try HTMLFixture.document()
        change(&document)
        return HTMLRenderer(language: language).render(document, rules: HTMLFixture.rules)
    }

    @Test func isOnePageThatFetchesAndRunsNothing() throws {
        let html = try page()
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"vi\">"))
        #expect(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""))
        for forbidden in ["<script", "http://", "https://", "src=", "@import", "onload", "javascript:"] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
    }

    @Test func givesTheSameBytesForTheSameAudit() throws {
        #expect(try page() == page())
        #expect(try page(.english).hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    }

    @Test func keepsHostileTextsText() throws {
        let hostile = HTMLFixture.hostile
        let html = try page { document in
            document.hosts[0].seen.names[0].name = hostile
            document.hosts[0].seen.macs = [hostile]
            document.hosts[0].seen.id = hostile
            document.hosts[0].seen.state = hostile
            document.hosts[0].seen.reasons[0].filter = hostile
            document.hosts[0].seen.reasons[0].claim = hostile
            document.hosts[0].agency = hostile
            document.captures[0].path = hostile
            document.captures[0].firstSeen = hostile
            document.agencies[0].id = hostile
            document.agencies[0].name.vi = hostile
            document.segments[0].id = hostile
            document.segments[0].prefixes = [hostile]
            document.findings[0].values = ["host": hostile, "linkLocal": hostile]
            document.findings[0].subject.id = hostile
            document.checklists[0].items[0].severity = hostile
            document.checklists[0].items[0].id = hostile
            document.checklists[0].items[0].assignee = hostile
            document.checklists[0].items[0].due = hostile
            document.checklists[0].toSettle[0].missing[0].command = hostile
            document.site.name.vi = hostile
            document.audit.id = hostile
        }
        #expect(!html.contains("<script"))
        #expect(!html.unicodeScalars.contains("\u{202e}"))
        #expect(!html.contains("\u{fffd}\"'"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;\u{fffd}&quot;&#39;&amp;"))
    }

    @Test func saysWhatWasAudited() throws {
        let html = try page()
        #expect(html.contains("<h1><bdi>Khu vực &lt;A&gt;</bdi></h1>"))
        #expect(html.contains("25/11/2026 00:30 (UTC+07:00)"))
        #expect(html.contains("<code>0123456789abcdef</code>"))
        #expect(html.contains("1.234"))
        #expect(try page(.english).contains("1,234"))
        #expect(html.contains("12/QĐ-UBND"))
    }

    @Test func warnsOfADemonstrationPolicyOnly() throws {
        #expect(try page().contains("Chính sách trình diễn"))
        #expect(try !page { $0.policy.demonstration = false }.contains("Chính sách trình diễn"))
    }

    @Test func namesPermissionsOfThePeriodOnly() throws {
        #expect(try page { $0.authorisations[0].to = "2026-10-19" }.contains("Hồ sơ chưa ghi văn bản cho phép"))
        #expect(try page { $0.authorisations[0].from = "2026-11-26" }.contains("Hồ sơ chưa ghi văn bản cho phép"))
        #expect(try page { $0.authorisations[0].actions = ["probe"] }.contains("Hồ sơ chưa ghi văn bản cho phép"))
        #expect(try page { $0.authorisations[0].to = "2026-10-20" }.contains("ghi trong hồ sơ: 12/QĐ-UBND."))
    }

    @Test func leadsFromAFindingToThePacket() throws {
        let html = try page()
        #expect(html.contains("<a href=\"#h-h-0001\"><bdi>pc-01</bdi></a> chỉ có <bdi>fe80::1</bdi>."))
        #expect(
            html.contains(
                "<td class=\"n\">1234567</td><td>24/11/2026 15:42:27</td><td><code>icmpv6.type == 134</code></td>"))
        #expect(html.contains("<li>RFC 4862 §5.3</li>"))
        #expect(html.contains("<li>RFC 7123 §2 <span class=\"tag\">chưa kiểm chứng</span></li>"))
        #expect(html.contains("<p>Việc một</p><ul><li>Việc hai</li></ul>"))
        #expect(html.contains("<p>Chạy <code>rdisc6 eth0</code>.</p>"))
        #expect(html.contains("Thời hạn: 31/12/2026"))
    }

    @Test func leadsFromAMergeToThePacket() throws {
        let html = try page()
        #expect(html.contains("cùng khóa SSH: <bdi>&lt;key&gt;</bdi>"))
        #expect(html.contains("<br><code>ip.src == 192.0.2.1 &amp;&amp; frame.number == 18</code>"))
        #expect(html.contains("Tính chung các căn cứ: 96,0\u{a0}%."))
        #expect(html.contains("hai bên trao đổi gói tin với nhau"))
    }

    @Test func listsApartWhatIsNotDetermined() throws {
        let html = try page()
        #expect(html.contains("<code>segment.observedFor</code>"))
        #expect(html.contains("<code class=\"command\">v6audit scan -i IFACE</code>"))
        #expect(html.contains("Đã ban hành kế hoạch chưa?"))
        #expect(html.contains("--value issued|none --document … --date YYYY-MM-DD</code>"))
    }

    @Test func saysSoWhereAnAgencyHasNothingToDo() throws {
        let html = try page()
        let start = try #require(html.firstRange(of: "id=\"a-xa-b\""))
        #expect(html[start.upperBound...].prefix(200).contains("chưa thấy thiết bị nào của cơ quan"))
    }

    @Test func putsWhatNobodyOwnsFirst() throws {
        let html = try page { document in
            document.checklists[0].agency = "unassigned"
            document.findings[0].agency = "unassigned"
        }
        let unassigned = try #require(html.firstRange(of: "id=\"a-unassigned\""))
        let first = try #require(html.firstRange(of: "id=\"a-xa-a\""))
        #expect(unassigned.lowerBound < first.lowerBound)
        #expect(try !page().contains("a-unassigned"))
    }

    @Test func countsProvisionalStatesNeitherWay() throws {
        let html = try page { document in
            document.hosts[0].seen.provisional = true
            document.hosts[0].seen.provisionalBecause = ["window-too-short"]
        }
        #expect(html.contains("Chưa thiết bị nào đủ bằng chứng để kết luận trạng thái"))
        #expect(html.contains("thời gian quan sát ngắn hơn mức tối thiểu của chính sách"))
        #expect(html.contains("0/1 thiết bị đã xác định"))
    }

    @Test func isWholeForAnAuditThatSawNothing() throws {
        let html = try page { document in
            document.hosts = []
            document.captures = []
            document.findings = []
            document.checklists = []
            document.segments = []
            document.agencies = []
        }
        #expect(html.contains("Chưa thấy thiết bị nào"))
        #expect(html.contains("Không có bản thu nào"))
        #expect(html.hasSuffix("</html>\n"))
    }

    @Test func hidesLongListsBehindTheirNumber() throws {
        let html = try page { document in
            let finding = document.findings[0]
            document.findings = (0..<30).map { index in
                var copy = finding
                copy.subject.id = "h-\(index)"
                copy.evidence = [.packet(capture: 0, frame: UInt64(index), time: "2026-11-24T08:42:27Z", filter: nil)]
                return copy
            }
        }
        #expect(html.contains("<summary>và 22 đối tượng khác</summary>"))
        #expect(html.contains("<caption>20 trong 30 bằng chứng</caption>"))
    }

    @Test func namesRulesWhoseTextIsLost() throws {
        let html = HTMLRenderer(language: .vietnamese).render(try HTMLFixture.document(), rules: [])
        #expect(html.contains("Không tìm thấy nội dung của quy tắc ADDR-01"))
    }

    @Test func linksOnlyToWhatIsThereOnce() throws {
        let html = try page { document in
            document.checklists[0].toSettle[0].id = "ADDR-01@xa-a"
            document.findings[0].subject = SubjectDocument(kind: "host", id: "h-gone")
        }
        let identifiers = html.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
        #expect(Set(identifiers).count == identifiers.count)
        for target in html.split(separator: "href=\"#").dropFirst().compactMap({ $0.split(separator: "\"").first }) {
            #expect(identifiers.contains(target), "\(target)")
        }
    }

    @Test(arguments: Language.allCases)
    func opensEveryElementThatItCloses(language: Language) throws {
        let html = try page(language)
        for element in ["section", "table", "details", "article", "div", "dl", "ul", "svg", "main", "nav", "header"] {
            let opened = html.ranges(of: "<\(element)>").count + html.ranges(of: "<\(element) ").count
            #expect(opened == html.ranges(of: "</\(element)>").count, "\(element)")
        }
    }

    @Test func saysWhatAMachineIsAndWhoMadeItAsText() throws {
        let hostile = HTMLFixture.hostile
        let html = try page { document in
            document.hosts[0].seen.vendor = hostile
            document.hosts[0].seen.role = "printer"
            document.hosts[0].seen.claims = [
                ClaimDocument(
                    about: "role", value: "printer", strength: 0.85, because: "service-announcement", capture: 0,
                    frame: 17, time: "2026-11-24T08:00:01Z"),
                ClaimDocument(about: "vendor", value: hostile, strength: 0.9, because: hostile),
            ]
        }
        #expect(!html.contains("<script>alert"))
        #expect(html.contains("máy in"))
        #expect(html.contains("thiết bị tự công bố dịch vụ"))
    }

    @Test func saysThatAnEarlierStateStillCounts() throws {
        let html = try page(.english) { document in
            document.hosts[0].seen.provisional = true
            document.hosts[0].seen.provisionalBecause = ["held-from-audit"]
            document.hosts[0].held = HeldStateDocument(
                state: "dual-operational", audit: "a-0", provenAt: "2026-11-20T00:00:00Z")
        }
        #expect(html.contains("a higher state of an earlier audit still counts"))
        #expect(html.contains("still counted as: Dual-stack, working"))
    }
}
