import Testing

@testable import SchemaMock

/// Which operation a path belongs to.
@Suite struct RouteTableTests {
  /// A table of paths, each an operation of its own.
  private static func table(_ paths: String...) -> RouteTable {
    var table = RouteTable()
    for (index, path) in paths.enumerated() { table.add(index, method: "GET", path: path) }
    return table
  }

  /// The operation that a path belongs to and its parameters, as text.
  private static func found(_ table: RouteTable, _ path: String, method: String = "GET") -> String {
    switch table.match(method: method, RequestTarget(path)) {
    case .operation(let index, let values):
      "\(index)" + values.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    case .otherMethods(let methods): "other: \(methods.joined(separator: " "))"
    case .none: "none"
    }
  }

  @Test func textWinsOverParameters() {
    let table = Self.table("/pets/{id}", "/pets/mine", "/pets/{id}/toys", "/{kind}/mine/all", "/")
    #expect(Self.found(table, "/pets/mine") == "1")
    #expect(Self.found(table, "/pets/7") == "0 id=7")
    #expect(Self.found(table, "/pets/mine/toys") == "2 id=mine")
    #expect(Self.found(table, "/pets/mine/all") == "3 kind=pets")
    #expect(Self.found(table, "/") == "4")
    #expect(Self.found(table, "/pets") == "none")
    #expect(Self.found(table, "/pets/7", method: "PUT") == "other: GET")
  }

  @Test func segmentsOfTextAndParameters() {
    let table = Self.table("/f/{name}.{ext}", "/f/{name}", "/v/{id}:cancel", "/c/{a}-{b}", "/a%20b/{x}")
    #expect(Self.found(table, "/f/a.json") == "0 ext=json name=a")
    #expect(Self.found(table, "/f/a") == "1 name=a")
    #expect(Self.found(table, "/v/1%2F2:cancel") == "2 id=1%2F2")
    #expect(Self.found(table, "/v/1") == "none")
    #expect(Self.found(table, "/c/1-2-3") == "3 a=1 b=2-3")
    #expect(Self.found(table, "/a%20b/c") == "4 x=c")
    #expect(Self.found(table, "/a b/c/") == "4 x=c")
  }

  @Test func aQueryInThePathIsPartOfIt() {
    let table = Self.table("/p", "/p?beta=true", "/q#one")
    #expect(Self.found(table, "/p?beta=true&x=1") == "1")
    #expect(Self.found(table, "/p?beta=false") == "0")
    #expect(Self.found(table, "/q") == "2")
    #expect(Self.found(table, "http://localhost:80/q?x") == "2")
  }

  @Test func manySegmentsTakeNoTime() {
    let deep = String(repeating: "/{a}", count: 200)
    let table = Self.table(deep, deep + "/x")
    #expect(Self.found(table, String(repeating: "/y", count: 200)) == "0 a=y")
    #expect(Self.found(table, String(repeating: "/y", count: 100_000)) == "none")
  }
}
