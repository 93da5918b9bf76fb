/// The end of a share page's address: a number and a letter for the kind of page.
struct PageSlug: Hashable {
  /// What a page documents.
  enum Kind: Character {
    case endpoint = "e"
    case model = "d"
    case prose = "m"
  }

  /// The number that the page keeps when its title changes.
  var number: String
  /// What the page documents.
  var kind: Kind

  /// Takes the end of a file's or an address's name without its extension, for example `list-files-300233178e0`; nil
  /// where it has no such end.
  init?(_ name: some StringProtocol) {
    guard name.hasSuffix("0"), let letter = name.dropLast().last, let kind = Kind(rawValue: letter) else { return nil }
    let digits = name.dropLast(2).utf8.reversed().prefix { (0x30...0x39).contains($0) }
    guard digits.count >= 5, digits.count <= 19 else { return nil }
    number = String(decoding: digits.reversed(), as: UTF8.self)
    self.kind = kind
  }

  /// Takes a path or an address.
  init?(path: some StringProtocol) { self.init(Self.stem(of: path)) }

  /// The last component of a path or an address without its extension, its query and its fragment.
  static func stem(of path: some StringProtocol) -> String {
    let name = path.prefix { $0 != "?" && $0 != "#" }.split { $0 == "/" || $0 == "\\" }.last ?? ""
    for suffix in [".md", ".txt", ".html", ".htm", ".yaml", ".yml", ".json"] where name.hasSuffix(suffix) {
      return String(name.dropLast(suffix.count))
    }
    return String(name)
  }
}
