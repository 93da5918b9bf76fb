/// Pages in the style of those that are found, written for the tests.
enum OwnPages {
  /// All of them.
  static let all = [chinese, englishGlued, chineseOld, englishOld, severalBodies, named, gluedAndEscaped, arrays]
}
