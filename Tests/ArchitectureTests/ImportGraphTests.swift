import Foundation
import Testing

/// Data flows one way: a module imports only what stands upstream of it. The package manager rejects undeclared targets
/// but not undeclared products, and nothing else keeps Foundation out of the wire-level modules.
@Suite struct ImportGraphTests {
    /// Module to what it may import, beyond `Swift`, `Glibc` and `Synchronization`.
    static let allowed: [String: Set<String>] = [
        "NetworkTypes": [],
        "PacketCapture": ["NetworkTypes"],
        "PacketDecode": ["NetworkTypes"],
        "StreamReassembly": ["PacketDecode", "NetworkTypes", "CCrypto"],
        "TrafficObservation": ["StreamReassembly", "PacketDecode", "NetworkTypes"],
        "ObservationFile": ["TrafficObservation", "PacketDecode", "NetworkTypes", "Messages", "CZlib", "CCrypto"],
        "LiveCapture": ["PacketCapture", "NetworkTypes", "CPcap"],
        "HostCorrelation": ["TrafficObservation", "PacketDecode", "SiteModel", "NetworkTypes"],
        "HostClassification": ["HostCorrelation", "TrafficObservation", "PacketDecode", "SiteModel", "NetworkTypes"],
        "Messages": [],
        "SiteModel": ["Messages", "NetworkTypes"],
        "SiteLoading": ["SiteModel", "Messages", "NetworkTypes", "Yams"],
        "ConfigurationImport": [
            "TrafficObservation", "SiteModel", "Messages", "NetworkTypes", "CArchive", "CLdns", "Yams", "Foundation",
            "FoundationXML",
        ],
        "ActiveProbe": ["TrafficObservation", "SiteModel", "Messages", "NetworkTypes", "CSSL", "CLdns", "Foundation"],
        "CaptureInput": ["PacketCapture", "Messages", "NetworkTypes", "CArchive", "CZlib", "CCrypto"],
        "AuditRules": [
            "HostClassification", "HostCorrelation", "TrafficObservation", "PacketDecode", "SiteModel", "Messages",
            "NetworkTypes", "Yams",
        ],
        "RuleCatalog": [],
        "Checklists": ["AuditRules", "SiteModel", "Messages", "NetworkTypes"],
        "AuditReport": [
            "AuditRules", "Checklists", "HostClassification", "HostCorrelation", "TrafficObservation", "PacketDecode",
            "SiteModel", "Messages", "NetworkTypes", "Foundation",
        ],
        "AuditStorage": ["Messages", "NetworkTypes", "GRDB", "Foundation"],
        "AuditPipeline": [
            "PacketCapture", "PacketDecode", "CaptureInput", "LiveCapture", "TrafficObservation", "ObservationFile",
            "HostCorrelation", "HostClassification", "AuditRules", "Checklists", "SiteModel", "Messages",
            "NetworkTypes", "CCrypto",
        ],
        "v6audit": [
            "ActiveProbe", "AuditPipeline", "AuditReport", "AuditRules", "AuditStorage", "CaptureInput", "Checklists",
            "ConfigurationImport", "HostClassification", "HostCorrelation", "LiveCapture", "Messages", "NetworkTypes",
            "ObservationFile",
            "PacketCapture",
            "RuleCatalog", "SiteLoading", "SiteModel", "TrafficObservation", "ArgumentParser", "Foundation",
        ],
        "embed-text": ["Foundation"],
        "dump-fields": ["CaptureInput", "PacketCapture", "PacketDecode", "NetworkTypes", "Foundation"],
    ]
    static let system: Set<String> = ["Swift", "Glibc", "Synchronization", "Dispatch"]
    static let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")

    @Test func everyModuleImportsOnlyWhatStandsUpstream() throws {
        for (module, allowed) in Self.allowed {
            for file in try Self.swiftFiles(in: module) {
                for imported in try Self.imports(of: file) where !Self.system.contains(imported) {
                    #expect(allowed.contains(imported), "\(module)/\(file.lastPathComponent) imports \(imported)")
                }
            }
        }
    }

    @Test func everyModuleIsInTheTable() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
        for folder in folders {
            // A C library is a module map and nothing to import from.
            let map = Self.sources.appending(path: "\(folder)/module.modulemap").path
            if FileManager.default.fileExists(atPath: map) { continue }
            #expect(Self.allowed[folder] != nil, "\(folder) is not in the table of allowed imports")
        }
    }

    static func swiftFiles(in module: String) throws -> [URL] {
        let folder = sources.appending(path: module)
        guard let walker = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
            return []
        }
        return walker.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    static func imports(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            var words = line.split(separator: " ")
            while let first = words.first,
                ["public", "internal", "package", "private", "@testable"].contains(String(first))
            {
                words.removeFirst()
            }
            guard words.first == "import", words.count >= 2 else { return nil }
            return String(words[words.count - 1].split(separator: ".")[0])
        }
    }
}
