// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules: Swift 6, no warning, `any` and imports spelled out.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "sixreturn",
    products: [
        .library(name: "DeliveryReports", targets: ["InternetMessage", "DeliveryReports"]),
        .executable(name: "sixreturn", targets: ["sixreturn"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    ],
    targets: [
        // The rooms, left to right: each may import only those before it (docs/flow.md).
        .target(name: "InternetMessage", swiftSettings: strict),
        .systemLibrary(name: "CMemory"),
        .target(
            name: "DeliveryReports", dependencies: ["InternetMessage", "CMemory"], swiftSettings: strict),
        .systemLibrary(name: "CIDN2", providers: [.apt(["libidn2-dev"])]),
        .target(
            name: "ReturnPathCore",
            dependencies: [
                "InternetMessage", "DeliveryReports", "CIDN2",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "ReturnPathStore",
            dependencies: [
                "ReturnPathCore", "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .systemLibrary(name: "CCares", providers: [.apt(["libc-ares-dev"])]),
        .systemLibrary(name: "CLinux"),
        .target(
            name: "MailTransport",
            dependencies: [
                "ReturnPathCore", "CCares", "CLinux", "CMemory",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .target(
            name: "ReturnPathService",
            dependencies: [
                "InternetMessage", "DeliveryReports", "ReturnPathCore", "ReturnPathStore",
                "MailTransport",
                .product(name: "TOMLKit", package: "TOMLKit"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "sixreturn",
            dependencies: [
                "InternetMessage", "DeliveryReports", "ReturnPathCore", "ReturnPathStore", "MailTransport",
                "ReturnPathService",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Linking"],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["InternetMessage", "DeliveryReports", "ReturnPathCore"],
            path: "Tests/TestSupport",
            exclude: ["Programs"], swiftSettings: strict),
        .testTarget(
            name: "InternetMessageTests", dependencies: ["InternetMessage", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "DeliveryReportsTests",
            dependencies: ["InternetMessage", "DeliveryReports", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ReturnPathCoreTests",
            dependencies: ["InternetMessage", "DeliveryReports", "ReturnPathCore", "TestSupport"],
            exclude: ["Golden", "Recorded"], swiftSettings: strict),
        .testTarget(
            name: "ReturnPathStoreTests",
            dependencies: [
                "DeliveryReports", "ReturnPathCore", "ReturnPathStore", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MailTransportTests", dependencies: ["ReturnPathCore", "MailTransport", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ReturnPathServiceTests",
            dependencies: [
                "InternetMessage", "DeliveryReports", "ReturnPathCore", "ReturnPathStore", "MailTransport",
                "ReturnPathService", "TestSupport",
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["InternetMessage", "sixreturn", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "DocumentationTests",
            dependencies: ["DeliveryReports", "ReturnPathCore", "ReturnPathService", "TestSupport"],
            swiftSettings: strict),
    ]
)
