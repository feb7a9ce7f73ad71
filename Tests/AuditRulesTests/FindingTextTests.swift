import AuditRules
import Messages
import Testing

@Suite struct FindingTextTests {
    private static func finding(_ values: [String: String]) -> Finding {
        Finding(
            rule: "TEST-01", verdict: .fail, severity: .high, phase: .g1, agency: "a", subject: Subject(.host, "h-1"),
            values: values)
    }

    private static func text(_ template: String, _ values: [String: String]) -> String {
        finding(values).text(LocalizedText(vi: template, en: template), in: .english)
    }

    @Test func fillsPlaceholdersAndLeavesOtherBraces() {
        #expect(
            Self.text("{host} has {host.ipv4Frames}: nft { drop; } {} {", ["host": "pc", "host.ipv4Frames": "7"])
                == "pc has 7: nft { drop; } {} {")
    }

    @Test func showsADashForWhatIsNotKnown() {
        #expect(Self.text("to {destinations}.", [:]) == "to –.")
    }

    @Test func aNameFromTheNetworkCannotCommandATerminal() {
        #expect(Self.text("{host}", ["host": "pc\u{1b}[2J\u{202e}x"]) == "pc\u{fffd}[2J\u{fffd}x")
    }

    @Test func aValueIsNotReadAsATemplate() {
        #expect(Self.text("{host}", ["host": "{mac}", "mac": "00"]) == "{mac}")
    }
}
