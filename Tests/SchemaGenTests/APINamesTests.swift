import SchemaGen
import Testing

/// How APIs are named after folders and files.
@Suite struct APINamesTests {
  /// The components of a path.
  private func path(_ text: String) -> [String] { text.split(separator: "/").map(String.init) }

  @Test("a folder gives its name") func folder() {
    #expect(APINames.names(of: [.folder(path("home/specs/relay"))]) == ["relay"])
    #expect(APINames.names(of: [.folder([])]) == ["api"])
  }

  @Test(
    "a file gives its name without what says how it is written",
    arguments: [
      ("s/chat.yaml", "chat"), ("s/chat.openapi.yaml", "chat"), ("s/gpt-4.1.json", "gpt-4.1"),
      ("s/000_ccaac706a79c1074.txt", "000_ccaac706a79c1074"), ("s/relay/openapi.yaml", "relay"),
      ("s/relay/swagger.json", "relay"), ("relay/API.json", "relay"), ("openapi.json", "openapi"), ("s/noext", "noext"),
      ("s/.yaml", ".yaml"),
    ]
  )
  func file(_ file: String, _ name: String) {
    #expect(APINames.names(of: [.file(path(file))]) == [name])
  }

  @Test("a name that two have in common gets the folder's name in front") func shared() {
    let names = APINames.names(of: [
      .folder(path("specs/a/v1")), .folder(path("specs/b/v1")), .folder(path("specs/c")), .file(path("other/C.yaml")),
    ])
    #expect(names == ["a-v1", "b-v1", "specs-c", "other-C"])
  }

  @Test("groups that no folder tells apart get numbers") func numbers() {
    #expect(APINames.names(of: [.file(["x.yaml"]), .file(["x.json"])]) == ["x", "x-2"])
  }
}
