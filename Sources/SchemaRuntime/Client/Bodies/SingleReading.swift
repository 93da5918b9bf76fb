/// Sees to it that what can be read once is not read twice.
actor SingleReading {
  /// Whether somebody reads already.
  private var hasBegun = false

  /// Begins the only reading.
  ///
  /// - Throws: `BodyAlreadyRead` the second time.
  func begin() throws {
    guard !hasBegun else { throw BodyAlreadyRead() }
    hasBegun = true
  }
}
