// swift-tools-version: 6.2
import PackageDescription

/// As in the package around this one.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]

/// Measures generated clients beside code written by hand; a package of its own, so that no other build needs SwiftNIO.
///
/// `make bench-calls` generates `Sources/LoadAPI` from `specs` first.
let package = Package(
  name: "CallBenchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "SchemaGen", path: "../..", traits: ["AsyncHTTPClient"]),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.24.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.65.0"),
  ],
  targets: [
    .target(
      name: "LoadAPI",
      dependencies: [.product(name: "SchemaRuntime", package: "SchemaGen")],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "load-server",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Sources/LoadServer",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "call-benchmarks",
      dependencies: [
        "LoadAPI",
        .product(name: "SchemaRuntime", package: "SchemaGen"),
        .product(name: "SchemaURLSession", package: "SchemaGen"),
        .product(name: "SchemaAsyncHTTPClient", package: "SchemaGen"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOFoundationCompat", package: "swift-nio"),
      ],
      path: "Sources/CallBenchmarks",
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
