// swift-tools-version: 6.2
import PackageDescription

let features: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
/// Modules of the package two folders up.
let evaluation = Target.Dependency.product(name: "AuditEvaluation", package: "v6audit")
let modules = Target.Dependency.product(name: "CaptureReading", package: "v6audit")

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "v6audit", path: "../..")],
    targets: [
        .target(name: "CAllocationCount"),
        .target(name: "DecodeMeasurement", dependencies: [modules, "CAllocationCount"], swiftSettings: features),
        .executableTarget(name: "measure-decoding", dependencies: ["DecodeMeasurement"], swiftSettings: features),
        .executableTarget(name: "measure-hosts", dependencies: [evaluation], swiftSettings: features),
        .testTarget(
            name: "DecodeMeasurementTests", dependencies: ["DecodeMeasurement", "CAllocationCount"],
            swiftSettings: features),
    ],
    swiftLanguageModes: [.v6]
)
