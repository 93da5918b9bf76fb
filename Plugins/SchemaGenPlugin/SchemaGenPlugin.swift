import Foundation
import PackagePlugin

/// Generates the sources of a target from the documents in its folder `specs`.
@main
struct SchemaGenPlugin: BuildToolPlugin {
  /// One command for a target that has documents, none for any other.
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    return try TargetDocuments(in: target.directoryURL).map { documents in
      [
        try documents.command(
          tool: context.tool(named: "schemagen-build-tool").url,
          module: target.moduleName,
          workFolder: context.pluginWorkDirectoryURL
        )
      ]
    } ?? []
  }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension SchemaGenPlugin: XcodeBuildToolPlugin {
    /// The same for a target of an Xcode project: its documents are in the folder `specs/<target>` or `specs` of the
    /// project.
    func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
      let project = context.xcodeProject.directoryURL
      let folders = [project.appending(path: target.displayName), project]
      guard let documents = try folders.lazy.compactMap({ try TargetDocuments(in: $0) }).first else { return [] }
      let module = target.displayName.map { $0.isLetter || $0.isNumber ? $0 : "_" }
      return [
        try documents.command(
          tool: context.tool(named: "schemagen-build-tool").url,
          module: String(module),
          workFolder: context.pluginWorkDirectoryURL
        )
      ]
    }
  }
#endif
