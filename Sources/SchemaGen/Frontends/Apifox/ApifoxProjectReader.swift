import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads projects as Apifox and Apidog export them in their own form.
enum ApifoxProjectReader {
  /// Whether a document is such a project; the oldest have no `$schema`.
  static func recognizes(_ root: Node) -> Bool {
    if root["apifoxProject"] != nil || root["apidogProject"] != nil { return true }
    let app = root["$schema"]?["app"]?.string
    return app == "apifox" || app == "apidog"
  }

  /// What a project says of its API. Whatever has a wrong type is reported where it stands, and only that is left out.
  static func read(_ root: Node, in file: SourceFile, report: inout Report) -> APIDescription? {
    var project = ApifoxProject(root, report: report)
    project.readProject()
    report = project.report
    return project.description
  }
}
