// swift-tools-version: 6.2
import PackageDescription

/// A chat in the terminal, by a client that the build makes of the document in `Sources/Chat/specs`.
let package = Package(
  name: "Chat",
  platforms: [.macOS(.v13)],
  products: [.executable(name: "chat", targets: ["Chat"])],
  dependencies: [
    .package(name: "SchemaGen", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
  ],
  targets: [
    .executableTarget(
      name: "Chat",
      dependencies: [
        .product(name: "SchemaRuntime", package: "SchemaGen"),
        .product(name: "SchemaURLSession", package: "SchemaGen"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)],
      plugins: [.plugin(name: "SchemaGenPlugin", package: "SchemaGen")]
    )
  ]
)
