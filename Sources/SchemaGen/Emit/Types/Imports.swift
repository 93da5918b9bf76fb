/// The modules that the public declarations of a file name.
struct Imports {
  /// The modules' names.
  private var names: Set<String> = []

  /// No module.
  init() {}

  /// One module.
  init(_ module: String) { names = [module] }

  /// Foundation's types.
  static let foundation = Imports("Foundation")
  /// The types of the runtime.
  static let runtime = Imports("SchemaRuntime")

  /// The modules of both.
  func adding(_ other: Imports) -> Imports {
    var all = self
    all.formUnion(other)
    return all
  }

  /// Adds the modules of another set.
  mutating func formUnion(_ other: Imports) { names.formUnion(other.names) }

  /// The modules' names in the order in which they are imported.
  var modules: [String] { names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}

extension Imports: ExpressibleByArrayLiteral {
  /// The modules of all elements.
  init(arrayLiteral elements: Imports...) { for element in elements { formUnion(element) } }
}
