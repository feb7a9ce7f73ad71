// swift-tools-version: 6.2
import PackageDescription

let features: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
/// What is fed and how: in the package two folders up, whose tests replay what was found.
let targets = Target.Dependency.product(name: "FuzzTargets", package: "v6audit")
let reading = Target.Dependency.product(name: "CaptureReading", package: "v6audit")

let package = Package(
    name: "Fuzzing",
    dependencies: [.package(name: "v6audit", path: "../..")],
    targets: [
        // Only with --sanitize=fuzzer, which brings the `main`.
        .executableTarget(name: "fuzz", dependencies: [targets], swiftSettings: features),
        .executableTarget(name: "make-seeds", dependencies: [reading, targets], swiftSettings: features),
        .executableTarget(name: "mutate-corpus", dependencies: [targets], swiftSettings: features),
    ],
    swiftLanguageModes: [.v6]
)
