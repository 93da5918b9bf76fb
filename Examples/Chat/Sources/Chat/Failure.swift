/// Something that the program tells its user.
struct Failure: Error, CustomStringConvertible {
  /// What went wrong.
  let description: String

  /// Tells what went wrong.
  init(_ description: String) { self.description = description }
}
