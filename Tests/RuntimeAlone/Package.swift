// swift-tools-version: 6.2
import PackageDescription

/// As in the package around this one.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]
let types: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")

/// The runtime and its tests without the generator: built in seconds, and for sanitizers.
let package = Package(
  name: "RuntimeAlone",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
  dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.3.0")],
  targets: [
    .target(name: "SchemaValues", swiftSettings: strict),
    .target(name: "SchemaRuntime", dependencies: ["SchemaValues", types], swiftSettings: strict),
    .testTarget(
      name: "SchemaRuntimeTests",
      dependencies: ["SchemaRuntime", types],
      swiftSettings: strict + [
        .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)
