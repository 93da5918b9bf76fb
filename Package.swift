// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Every target is compiled in the Swift 6 language mode and without a warning.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]

/// The texts of what is emitted, each a file in `Templates`.
let templates = [
  "file", "structure", "tuple", "enumeration", "closedEnumeration", "union", "alias", "client", "clientGroup",
  "operation", "requestBody", "responseCases", "servers", "tests", "calls", "webhooks", "rules",
]

/// One stage of the generator: a target below `Sources/SchemaGen`, joined to the others with `package` access.
func stage(_ folder: String, _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target
{
  .target(
    name: name,
    dependencies: dependencies,
    path: "Sources/SchemaGen/\(folder)",
    resources: resources,
    swiftSettings: strict
  )
}

/// The files of the golden cases that are no Swift, so that the build need not ask what they are for.
func goldenData() -> [String] {
  let folder = "\(Context.packageDirectory)/Tests/Goldens"
  let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return paths.filter { path in
    let parts = path.split(separator: "/")
    return parts.count >= 3 && parts[0] == "Cases" && parts[2] != "expected" && path.contains(".")
      && !path.hasSuffix(".swift")
  }
}

let package = Package(
  name: "SchemaGen",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
  products: [
    .executable(name: "schemagen", targets: ["schemagen"]),
    .plugin(name: "SchemaGenPlugin", targets: ["SchemaGenPlugin"]),
    .plugin(name: "SchemaGenCommand", targets: ["SchemaGenCommand"]),
    .library(name: "SchemaRuntime", targets: ["SchemaRuntime"]),
    .library(name: "SchemaURLSession", targets: ["SchemaURLSession"]),
    .library(name: "SchemaLogging", targets: ["SchemaLogging"]),
    .library(name: "SchemaAsyncHTTPClient", targets: ["SchemaAsyncHTTPClient"]),
    .library(name: "SchemaTracing", targets: ["SchemaTracing"]),
    .library(name: "GeneratedModels", targets: ["GeneratedModels"]),
  ],
  traits: [
    .trait(name: "MockServer", description: "Builds `schemagen mock`, with the HTTP server that it needs."),
    .trait(name: "AsyncHTTPClient", description: "Builds the transport of SchemaAsyncHTTPClient, with what it needs."),
    .trait(name: "Tracing", description: "Builds the middleware of SchemaTracing, with what it needs."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.10.0"),
    // The handler for breaks stands in a pipeline that is AsyncHTTPClient's own: this is the first version that it was tried with.
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.65.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.30.0"),
    .package(url: "https://github.com/apple/swift-nio-http2", from: "1.36.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.28.0"),
    .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .target(
      name: "CHTMLEvents",
      dependencies: ["CLibXML2"],
      linkerSettings: [
        .linkedLibrary("xml2", .when(platforms: [.macOS]))
      ]
    ),
    stage("Source", "SchemaSource", []),
    stage("Document", "SchemaDocument", ["SchemaSource", "CLibYAML"]),
    stage("Description", "SchemaDescription", ["SchemaDocument"]),
    stage("Frontends", "SchemaFrontends", ["SchemaDescription", "CHTMLEvents"]),
    stage("IR", "SchemaIR", ["SchemaSource"]),
    stage("Lower", "SchemaLower", ["SchemaDescription", "SchemaIR", "SchemaValues"]),
    stage(
      "Emit",
      "SchemaEmit",
      ["SchemaIR", .product(name: "Mustache", package: "swift-mustache")],
      resources: templates.map { .embedInCode("../../../Templates/\($0).mustache") }
    ),
    stage(
      "Mock",
      "SchemaMock",
      [
        "SchemaDescription", "SchemaDocument", "SchemaLower", "SchemaRuntime", "SchemaSource",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]
    ),
    stage("Pipeline", "SchemaGen", ["SchemaFrontends", "SchemaLower", "SchemaEmit"]),
    stage("Convert", "SchemaConvert", ["SchemaDescription", "SchemaGen"]),
    stage("Run", "SchemaGenRun", ["SchemaGen", "SchemaEmit", "SchemaSource"]),
    .executableTarget(
      name: "schemagen",
      dependencies: [
        "SchemaGenRun", "SchemaGen", "SchemaConvert", "SchemaEmit", "SchemaSource",
        .target(name: "SchemaMock", condition: .when(traits: ["MockServer"])),
        .target(name: "SchemaMockServer", condition: .when(traits: ["MockServer"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/SchemaGenTool",
      swiftSettings: strict
    ),
    .target(
      name: "SchemaMockServer",
      dependencies: [
        "SchemaMock", "SchemaRuntime",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["MockServer"])),
      ],
      swiftSettings: strict
    ),
    // Builds that use the plugin compile this for themselves: it has what they need and no more.
    .executableTarget(
      name: "schemagen-build-tool",
      dependencies: ["SchemaGenRun"],
      path: "Sources/SchemaGenBuildTool",
      swiftSettings: strict
    ),
    .plugin(name: "SchemaGenPlugin", capability: .buildTool(), dependencies: ["schemagen-build-tool"]),
    .plugin(
      name: "SchemaGenCommand",
      capability: .command(
        intent: .custom(verb: "schemagen", description: "Generates Swift from API documents."),
        permissions: [.writeToPackageDirectory(reason: "The generated sources are written into the package.")]
      ),
      dependencies: ["schemagen"]
    ),
    .testTarget(
      name: "SchemaGenTests",
      dependencies: ["SchemaGen", "SchemaEmit", "SchemaSource", "JSONSchemaSuite", "SchemaRuntime"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "JSONSchemaSuite",
      dependencies: [
        "SchemaEmit", "SchemaLower", "SchemaIR", "SchemaFrontends", "SchemaDescription", "SchemaDocument",
        "SchemaSource", "SchemaRuntime",
      ],
      path: "Tests/JSONSchemaSuite",
      exclude: ["exceptions.txt"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SchemaGenToolTests",
      dependencies: [
        "schemagen", "schemagen-build-tool", "Loopback", .product(name: "Hummingbird", package: "hummingbird"),
      ],
      swiftSettings: strict
    ),
    // What the runtime and the generator both use, by itself: a build that uses the plugin compiles it for each.
    .target(name: "SchemaValues", swiftSettings: strict),
    .target(
      name: "SchemaRuntime",
      dependencies: ["SchemaValues", .product(name: "HTTPTypes", package: "swift-http-types")],
      swiftSettings: strict
    ),
    .target(name: "GeneratedModels", dependencies: ["SchemaRuntime"], swiftSettings: strict),
    .testTarget(
      name: "GeneratedModelsTests",
      dependencies: ["GeneratedModels", "SchemaRuntime"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "SchemaGen", "SchemaEmit", "SchemaSource", "SchemaRuntime",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      path: "Tests/Goldens",
      exclude: goldenData(),
      swiftSettings: strict
    ),
    .executableTarget(
      name: "schemagen-benchmarks",
      dependencies: [
        "SchemaGen", "SchemaEmit", "SchemaLower", "SchemaIR", "SchemaFrontends", "SchemaDescription", "SchemaDocument",
        "SchemaSource",
      ],
      path: "Benchmarks/Sources",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "schemagen-corpus",
      dependencies: ["SchemaGenTools", "SchemaFrontends", "SchemaDocument", "SchemaSource"],
      path: "Benchmarks/Corpus",
      swiftSettings: strict
    ),
    .target(name: "SchemaGenTools", path: "Benchmarks/Tools", swiftSettings: strict),
    .target(
      name: "Loopback",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
      ],
      path: "Tests/Loopback",
      swiftSettings: strict
    ),
    .target(
      name: "SchemaCalls",
      dependencies: [
        "SchemaRuntime", "SchemaURLSession", "SchemaAsyncHTTPClient",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      path: "Tests/Calls",
      swiftSettings: strict
    ),
    .target(
      name: "GeneratedModelsCalls",
      dependencies: ["GeneratedModels", "SchemaCalls", "SchemaRuntime"],
      path: "Tests/GeneratedModelsCalls",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "CallProof",
      dependencies: [
        "Loopback", "SchemaCalls", "SchemaGenTools", "SchemaGen", "SchemaEmit", "SchemaMock", "SchemaMockServer",
        "SchemaIR",
        "SchemaDescription", "SchemaDocument", "SchemaSource", "SchemaRuntime",
      ],
      path: "Tests/CallProof",
      exclude: ["exceptions.txt"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "schemagen-property-test",
      dependencies: ["SchemaGenTools", "SchemaGen", "SchemaEmit", "SchemaSource", "SchemaRuntime"],
      path: "Tests/PropertyTest",
      swiftSettings: strict
    ),
    .testTarget(
      name: "SchemaLowerTests",
      dependencies: [
        "SchemaLower", "SchemaFrontends", "SchemaDescription", "SchemaEmit", "SchemaIR", "SchemaRuntime",
        "SchemaSource",
      ],
      swiftSettings: strict
    ),
    .testTarget(name: "SchemaDocumentTests", dependencies: ["SchemaDocument"], swiftSettings: strict),
    .target(
      name: "SchemaURLSession",
      dependencies: ["SchemaRuntime", .product(name: "HTTPTypes", package: "swift-http-types")],
      swiftSettings: strict
    ),
    .target(
      name: "SchemaLogging",
      dependencies: [
        "SchemaRuntime", .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SchemaLoggingTests",
      dependencies: [
        "SchemaLogging", "SchemaRuntime", .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "SchemaTracing",
      dependencies: [
        "SchemaRuntime", .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Tracing"])),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SchemaTracingTests",
      dependencies: [
        "SchemaTracing", "SchemaRuntime", .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Tracing"])),
        .product(name: "InMemoryTracing", package: "swift-distributed-tracing", condition: .when(traits: ["Tracing"])),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "SchemaAsyncHTTPClient",
      dependencies: [
        "SchemaRuntime", .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(
          name: "AsyncHTTPClient",
          package: "async-http-client",
          condition: .when(traits: ["AsyncHTTPClient"])
        ),
        .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(name: "NIOHTTP2", package: "swift-nio-http2", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(
          name: "NIOHTTPCompression",
          package: "swift-nio-extras",
          condition: .when(traits: ["AsyncHTTPClient"])
        ),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SchemaRuntimeTests",
      dependencies: ["SchemaRuntime", .product(name: "HTTPTypes", package: "swift-http-types")],
      swiftSettings: strict + [
        .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
      ]
    ),
    .testTarget(
      name: "SchemaEmitTests",
      dependencies: ["SchemaEmit", "SchemaIR", "SchemaSource"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SchemaConvertTests",
      dependencies: ["SchemaGen", "SchemaConvert", "SchemaEmit", "SchemaFrontends", "SchemaDocument", "SchemaSource"],
      exclude: ["exceptions.txt"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SchemaTransportTests",
      dependencies: [
        "Loopback", "SchemaAsyncHTTPClient", "SchemaURLSession", "SchemaRuntime", "GeneratedModels",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdHTTP2", package: "hummingbird", condition: .when(traits: ["AsyncHTTPClient"])),
        .product(
          name: "AsyncHTTPClient",
          package: "async-http-client",
          condition: .when(traits: ["AsyncHTTPClient"])
        ),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SchemaMockTests",
      dependencies: [
        "SchemaMock", "SchemaMockServer", "SchemaGen", "SchemaDescription", "SchemaDocument", "SchemaLower",
        "SchemaRuntime",
        "SchemaSource", "SchemaURLSession", "SchemaAsyncHTTPClient", "GeneratedModels", "GeneratedModelsCalls",
        "SchemaCalls",
        "CallProof", "SchemaEmit",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: strict
    ),
    .testTarget(name: "SchemaFrontendsTests", dependencies: ["SchemaFrontends"], swiftSettings: strict),
    .testTarget(
      name: "SchemaURLSessionTests",
      dependencies: [
        "Loopback", "SchemaURLSession", "SchemaRuntime", "GeneratedModels",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
