// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, for libFuzzer needs flags that no package may have that others depend on.
///
/// The two libraries are linked into it as folders: built here with the sanitizers, and without
/// fetching what the rest of the project depends on.
let fuzzing: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"]),
]

let package = Package(
    name: "sixreturn-fuzz",
    targets: [
        .target(name: "InternetMessage", swiftSettings: fuzzing),
        .systemLibrary(name: "CMemory"),
        .target(
            name: "DeliveryReports", dependencies: ["InternetMessage", "CMemory"], swiftSettings: fuzzing),
        .executableTarget(
            name: "Fuzz", dependencies: ["InternetMessage", "DeliveryReports"], swiftSettings: fuzzing,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ]
)
