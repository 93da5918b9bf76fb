/// What is called.
enum CallKind: String, Codable, CaseIterable {
  case getItem
  case createCompletion
  case listItems

  /// What it is, for the table.
  var title: String {
    switch self {
    case .getItem: "GET, 0.2 kB of JSON back"
    case .createCompletion: "POST, 0.3 kB of JSON there, 0.4 kB back"
    case .listItems: "GET, 20 kB of JSON back"
    }
  }
}
