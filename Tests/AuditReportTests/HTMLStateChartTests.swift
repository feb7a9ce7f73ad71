import Messages
import Testing

@testable import AuditReport

@Suite struct HTMLStateChartTests {
    let chart = HTMLStateChart(language: .vietnamese)

    private func bar(_ counts: [ChartCategory: Int]) -> HTMLStateChart.Bar {
        HTMLStateChart.Bar(identifier: "b", label: "Xã <A>", counts: counts)
    }

    @Test func dividesTheWholeWidth() {
        let html = chart.bar(bar([.dualOperational: 1, .ipv4Only: 3])).html
        #expect(html.contains("x=\"0.00%\" y=\"1\" width=\"25.00%\""))
        #expect(html.contains("x=\"25.00%\" y=\"1\" width=\"75.00%\""))
    }

    @Test func describesItselfInWords() {
        let html = chart.bar(bar([.dualOperational: 1, .undetermined: 1200])).html
        #expect(html.contains("role=\"img\" aria-labelledby=\"b-t b-d\""))
        #expect(html.contains("<title id=\"b-t\">Xã &lt;A&gt;</title>"))
        #expect(html.contains("<desc id=\"b-d\">Song song hoạt động: 1; Chưa xác định: 1.200.</desc>"))
    }

    @Test func drawsNothingForNobody() {
        #expect(chart.bar(bar([:])).isEmpty)
        #expect(chart.bar(bar([.ipv4Only: 0])).isEmpty)
    }

    @Test func explainsOnlyWhatABarShows() {
        let html = chart.legend(for: [bar([.latent: 2]), bar([.ipv6Only: 1])]).html
        #expect(html.contains("<b>F</b> IPv4, IPv6 tiềm ẩn"))
        #expect(html.contains("<b>C</b> Chỉ IPv6"))
        #expect(!html.contains("Song song"))
    }

    @Test func countsProvisionalStatesAsUndetermined() {
        #expect(ChartCategory(state: "dual-operational", isProvisional: true) == .undetermined)
        #expect(ChartCategory(state: "dual-operational", isProvisional: false) == .dualOperational)
        #expect(ChartCategory(state: "ipv4-seen", isProvisional: false) == .undetermined)
        #expect(ChartCategory(state: "a-new-state", isProvisional: false) == .undetermined)
    }

    @Test func givesEveryCategoryItsOwnLetterAndColour() {
        #expect(Set(ChartCategory.allCases.map(\.letter)).count == ChartCategory.allCases.count)
        #expect(Set(ChartCategory.allCases.map(\.fill)).count == ChartCategory.allCases.count)
    }
}
