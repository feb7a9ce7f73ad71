import Foundation
import Testing

@testable import AuditRules

/// A fact that nothing fills makes every rule that asks for it undecided: the list is known and only shrinks.
@Suite struct UnfilledFactsTests {
    private static let known: Set<FactKey> = [
        .segmentSilentlyDroppedPrefixes, .segmentPrefixChanges,
        .segmentNoRouteDestinations, .segmentFloodingRouters,
        .segmentMismatchedLinkLayerOptions, .segmentIPv4LiteralHosts, .segmentServicesWithoutIPv6,
    ]

    @Test func everyOtherFactIsFilledSomewhere() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/AuditRules/Filling")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let text = try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        let unfilled = Set(FactKey.allCases.filter { !words.contains("\($0)") })
        #expect(unfilled == Self.known)
    }
}
