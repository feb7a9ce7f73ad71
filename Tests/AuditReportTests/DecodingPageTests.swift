import Foundation
import PacketDecode
import Testing
import TrafficObservation

/// Holds the pages on decoding against what the decoder knows.
@Suite struct DecodingPageTests {
    private func page(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Docs")
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    @Test(arguments: ["Decoding.md", "Decoding.vi.md"])
    func namesEveryAnomaly(name: String) throws {
        let page = try page(name)
        for anomaly in DecodeAnomaly.allCases where anomaly != .none {
            #expect(page.contains("`\(anomaly.name)`"), "\(name): \(anomaly.name)")
        }
    }

    @Test(arguments: ["Decoding.md", "Decoding.vi.md"])
    func namesNoAnomalyThatThereIsNot(name: String) throws {
        let known = Set(DecodeAnomaly.allCases.map(\.name))
        for part in try page(name).split(separator: "`") where part.hasPrefix("decoder.") {
            #expect(known.contains(String(part)), "\(name): \(part)")
        }
    }

    @Test(arguments: ["Decoding.md", "Decoding.vi.md"])
    func namesEveryKindOfTunnel(name: String) throws {
        let page = try page(name)
        for kind in TunnelKind.allCases {
            #expect(page.contains("`\(kind.rawValue)`"), "\(name): \(kind.rawValue)")
        }
    }

    @Test(arguments: ["Decoding.md", "Decoding.vi.md"])
    func namesEveryRoutingProtocolIdentityAndSource(name: String) throws {
        let page = try page(name)
        let words =
            RoutingProtocol.allCases.map(\.rawValue) + IdentityKind.allCases.map(\.rawValue)
            + NameSource.allCases.map(\.rawValue) + ServerNameSource.allCases.map(\.rawValue)
        for word in words { #expect(page.contains("`\(word)`"), "\(name): \(word)") }
    }
}
