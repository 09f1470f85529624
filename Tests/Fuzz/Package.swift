// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, for libFuzzer needs flags that no package may have that others depend on.
///
/// What is fuzzed is linked into it as folders: built here with the sanitizers, and of the rooms that
/// need a database or start programs only the parts that read.
let fuzzing: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"]),
]

let package = Package(
    name: "sixreturn-fuzz",
    dependencies: [
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .target(name: "InternetMessage", swiftSettings: fuzzing),
        .systemLibrary(name: "CMemory"),
        .systemLibrary(name: "CCares"),
        .systemLibrary(name: "CIDN2"),
        .target(
            name: "DeliveryReports", dependencies: ["InternetMessage", "CMemory"], swiftSettings: fuzzing),
        .target(
            name: "ReturnPathCore",
            dependencies: [
                "InternetMessage", "DeliveryReports", "CIDN2",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: fuzzing),
        .target(
            name: "MailTransport", dependencies: ["ReturnPathCore", "CCares", "CMemory"],
            swiftSettings: fuzzing),
        .target(
            name: "ReturnPathService",
            dependencies: ["ReturnPathCore", .product(name: "TOMLKit", package: "TOMLKit")],
            swiftSettings: fuzzing),
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "InternetMessage", "DeliveryReports", "ReturnPathCore", "MailTransport", "ReturnPathService",
                "CCares",
            ],
            swiftSettings: fuzzing,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ]
)
