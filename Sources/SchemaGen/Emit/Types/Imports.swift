/// The modules that the public declarations of a file name.
struct Imports: OptionSet {
  let rawValue: UInt8

  static let foundation = Imports(rawValue: 1)
  static let runtime = Imports(rawValue: 2)

  /// The modules' names in the order in which they are imported.
  var modules: [String] {
    (contains(.foundation) ? ["Foundation"] : []) + (contains(.runtime) ? ["SchemaRuntime"] : [])
  }
}
