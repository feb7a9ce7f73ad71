// swift-tools-version: 6.2
import PackageDescription

let features: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
/// `RawSpan` views are returned from functions only in the wire-level modules.
let wireFeatures = features + [.enableExperimentalFeature("Lifetimes")]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "v6audit",
    products: [
        .executable(name: "v6audit", targets: ["v6audit"]),
        // For the nested packages under Tests: benchmarks and fuzz targets.
        .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
        .library(
            name: "AuditEvaluation",
            targets: [
                "AuditPipeline", "RuleCatalog", "AuditRules", "HostClassification", "HostCorrelation",
                "TrafficObservation", "SiteModel", "Messages", "NetworkTypes",
            ]),
        .library(name: "CaptureReading", targets: ["CaptureInput", "PacketCapture", "PacketDecode", "NetworkTypes"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // MARK: C libraries
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CPcap", pkgConfig: "libpcap", providers: [.apt(["libpcap-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CSSL", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLdns", pkgConfig: "ldns", providers: [.apt(["libldns-dev"])]),

        // MARK: Pipeline, from upstream to downstream
        .target(name: "NetworkTypes", swiftSettings: features),
        .target(name: "PacketCapture", dependencies: ["NetworkTypes"], swiftSettings: wireFeatures),
        .target(
            name: "PacketDecode", dependencies: ["NetworkTypes"],
            swiftSettings: wireFeatures + [.strictMemorySafety()]),
        .target(
            name: "StreamReassembly", dependencies: ["PacketDecode", "NetworkTypes", "CCrypto"],
            swiftSettings: wireFeatures),
        .target(
            name: "TrafficObservation", dependencies: ["StreamReassembly", "PacketDecode", "NetworkTypes"],
            swiftSettings: wireFeatures),
        .target(
            name: "ObservationFile",
            dependencies: ["TrafficObservation", "PacketDecode", "NetworkTypes", "Messages", "CZlib", "CCrypto"],
            swiftSettings: features),
        .target(
            name: "HostCorrelation", dependencies: ["TrafficObservation", "PacketDecode", "SiteModel", "NetworkTypes"],
            swiftSettings: features),
        .target(
            name: "HostClassification",
            dependencies: ["HostCorrelation", "TrafficObservation", "PacketDecode", "SiteModel", "NetworkTypes"],
            swiftSettings: features),
        .target(
            name: "AuditRules",
            dependencies: [
                "HostClassification", "HostCorrelation", "TrafficObservation", "PacketDecode", "SiteModel", "Messages",
                "NetworkTypes", yams,
            ],
            swiftSettings: features),
        .target(name: "RuleCatalog", exclude: ["Rules"], swiftSettings: features),
        .target(
            name: "Checklists", dependencies: ["AuditRules", "SiteModel", "Messages", "NetworkTypes"],
            swiftSettings: features),
        .target(
            name: "AuditReport",
            dependencies: [
                "AuditRules", "Checklists", "HostClassification", "HostCorrelation", "TrafficObservation",
                "PacketDecode",
                "SiteModel", "Messages", "NetworkTypes",
            ],
            swiftSettings: features),

        // MARK: What the user says
        .target(name: "Messages", swiftSettings: features),
        .target(name: "SiteModel", dependencies: ["Messages", "NetworkTypes"], swiftSettings: features),

        // MARK: Sides
        .target(
            name: "LiveCapture", dependencies: ["PacketCapture", "NetworkTypes", "CPcap"], swiftSettings: wireFeatures),
        .target(
            name: "CaptureInput",
            dependencies: ["PacketCapture", "NetworkTypes", "Messages", "CArchive", "CZlib", "CCrypto"],
            swiftSettings: wireFeatures),
        .target(
            name: "SiteLoading", dependencies: ["SiteModel", "Messages", "NetworkTypes", yams], swiftSettings: features),
        .target(
            name: "ConfigurationImport",
            dependencies: ["TrafficObservation", "SiteModel", "Messages", "NetworkTypes", "CArchive", "CLdns", yams],
            swiftSettings: features),
        .target(
            name: "ActiveProbe",
            dependencies: ["TrafficObservation", "SiteModel", "Messages", "NetworkTypes", "CSSL", "CLdns"],
            swiftSettings: features),
        .target(
            name: "AuditStorage", dependencies: ["Messages", "NetworkTypes", grdb],
            swiftSettings: features),
        .target(
            name: "AuditPipeline",
            dependencies: [
                "PacketCapture", "PacketDecode", "CaptureInput", "LiveCapture", "TrafficObservation", "ObservationFile",
                "HostCorrelation", "HostClassification", "AuditRules", "Checklists", "SiteModel", "Messages",
                "NetworkTypes", "CCrypto",
            ],
            swiftSettings: wireFeatures),

        // MARK: Tools
        .executableTarget(
            name: "v6audit",
            dependencies: [
                "ActiveProbe", "AuditPipeline", "AuditReport", "AuditRules", "AuditStorage", "CaptureInput",
                "Checklists", "ConfigurationImport",
                "HostClassification", "HostCorrelation", "LiveCapture", "Messages", "NetworkTypes", "ObservationFile",
                "PacketCapture", "RuleCatalog", "SiteLoading", "SiteModel", "TrafficObservation", argumentParser,
            ],
            swiftSettings: features),
        .executableTarget(name: "embed-text", swiftSettings: features),
        .executableTarget(
            name: "dump-fields", dependencies: ["CaptureInput", "PacketCapture", "PacketDecode", "NetworkTypes"],
            swiftSettings: wireFeatures),

        // MARK: Tests
        .target(
            name: "TestSupport", dependencies: ["NetworkTypes"], path: "Tests/TestSupport", swiftSettings: features),
        .target(
            name: "FuzzTargets",
            dependencies: ["CaptureInput", "StreamReassembly", "PacketDecode", "PacketCapture", "NetworkTypes"],
            path: "Tests/Fuzzing/Targets", swiftSettings: wireFeatures),
        .testTarget(
            name: "FuzzReplayTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing/Replay",
            swiftSettings: wireFeatures),
        .testTarget(name: "NetworkTypesTests", dependencies: ["NetworkTypes"], swiftSettings: features),
        .testTarget(
            name: "PacketCaptureTests", dependencies: ["PacketCapture", "NetworkTypes", "TestSupport"],
            swiftSettings: wireFeatures),
        .testTarget(
            name: "CaptureInputTests",
            dependencies: ["CaptureInput", "PacketCapture", "NetworkTypes", "Messages", "TestSupport"],
            swiftSettings: wireFeatures),
        .testTarget(
            name: "PacketDecodeTests", dependencies: ["PacketDecode", "NetworkTypes", "TestSupport"],
            swiftSettings: wireFeatures),
        .testTarget(
            name: "StreamReassemblyTests",
            dependencies: ["StreamReassembly", "PacketDecode", "NetworkTypes", "CCrypto", "TestSupport"],
            swiftSettings: wireFeatures),
        .testTarget(
            name: "LiveCaptureTests",
            dependencies: ["LiveCapture", "CPcap", "PacketCapture", "NetworkTypes", "TestSupport"],
            swiftSettings: wireFeatures),
        .testTarget(
            name: "TrafficObservationTests",
            dependencies: ["TrafficObservation", "PacketCapture", "PacketDecode", "NetworkTypes", "TestSupport"],
            swiftSettings: wireFeatures),
        .testTarget(
            name: "ObservationFileTests",
            dependencies: [
                "ObservationFile", "TrafficObservation", "PacketCapture", "PacketDecode", "NetworkTypes", "TestSupport",
            ], swiftSettings: wireFeatures),
        .testTarget(
            name: "HostCorrelationTests",
            dependencies: [
                "HostCorrelation", "TrafficObservation", "PacketDecode", "SiteModel", "Messages", "NetworkTypes",
            ], swiftSettings: features),
        .testTarget(
            name: "HostClassificationTests",
            dependencies: [
                "HostClassification", "HostCorrelation", "TrafficObservation", "PacketDecode", "SiteModel", "Messages",
                "NetworkTypes",
            ], swiftSettings: features),
        .testTarget(
            name: "AuditPipelineTests",
            dependencies: [
                "AuditPipeline", "AuditReport", "AuditRules", "CaptureInput", "Checklists", "HostClassification",
                "HostCorrelation", "Messages", "NetworkTypes", "PacketDecode", "RuleCatalog", "SiteLoading",
                "SiteModel",
                "TrafficObservation",
            ], swiftSettings: features),
        .testTarget(
            name: "PitfallTests",
            dependencies: [
                "AuditPipeline", "AuditRules", "HostClassification", "HostCorrelation", "Messages", "NetworkTypes",
                "PacketDecode", "RuleCatalog", "SiteModel", "TrafficObservation",
            ], exclude: ["Captures", "lab"], swiftSettings: features),
        .testTarget(
            name: "AuditReportTests",
            dependencies: [
                "AuditReport", "AuditRules", "Checklists", "HostClassification", "HostCorrelation",
                "TrafficObservation",
                "PacketDecode", "SiteModel", "Messages", "NetworkTypes",
            ], swiftSettings: features),
        .testTarget(
            name: "ChecklistsTests",
            dependencies: ["Checklists", "AuditRules", "SiteModel", "Messages", "NetworkTypes"], swiftSettings: features
        ),
        .testTarget(
            name: "AuditStorageTests", dependencies: ["AuditStorage", "Messages", "NetworkTypes", "TestSupport", grdb],
            swiftSettings: features),
        .testTarget(name: "CommandLineTests", dependencies: ["v6audit"], swiftSettings: features),
        .testTarget(
            name: "ConfigurationImportTests",
            dependencies: [
                "ConfigurationImport", "TrafficObservation", "SiteModel", "Messages", "NetworkTypes", "TestSupport",
            ], exclude: ["Inventory/Samples"], swiftSettings: features),
        .testTarget(
            name: "ActiveProbeTests",
            dependencies: [
                "ActiveProbe", "TrafficObservation", "SiteModel", "Messages", "NetworkTypes", "TestSupport",
            ], swiftSettings: features),
        .testTarget(name: "ProbeLabTests", dependencies: ["v6audit"], exclude: ["lab"], swiftSettings: features),
        .testTarget(name: "ArchitectureTests", swiftSettings: features),
        .testTarget(
            name: "SiteModelTests", dependencies: ["SiteModel", "Messages", "NetworkTypes"], swiftSettings: features),
        .testTarget(
            name: "SiteLoadingTests", dependencies: ["SiteLoading", "SiteModel", "Messages", "NetworkTypes"],
            swiftSettings: features),
        .testTarget(
            name: "AuditRulesTests",
            dependencies: [
                "AuditRules", "HostClassification", "HostCorrelation", "TrafficObservation", "SiteModel", "Messages",
                "NetworkTypes",
            ], swiftSettings: features),
        .testTarget(
            name: "RuleCatalogTests", dependencies: ["RuleCatalog", "AuditRules", "Messages"], swiftSettings: features),
    ],
    swiftLanguageModes: [.v6]
)
