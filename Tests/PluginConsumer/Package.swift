// swift-tools-version: 6.2
import PackageDescription

/// Builds as a user's package does: through the build-tool plugin, with nothing generated in the source tree. The example
/// does so as well, and is built here, where the generator is there already.
let package = Package(
  name: "PluginConsumer",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "SchemaGen", path: "../.."),
    .package(name: "Chat", path: "../../Examples/Chat"),
  ],
  targets: [
    .target(
      name: "Consumer",
      dependencies: [.product(name: "SchemaRuntime", package: "SchemaGen")],
      swiftSettings: [.treatAllWarnings(as: .error)],
      plugins: [.plugin(name: "SchemaGenPlugin", package: "SchemaGen")]
    ),
    .testTarget(
      name: "ConsumerTests",
      dependencies: [
        "Consumer", .product(name: "SchemaRuntime", package: "SchemaGen"), .product(name: "chat", package: "Chat"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]
    ),
  ]
)
