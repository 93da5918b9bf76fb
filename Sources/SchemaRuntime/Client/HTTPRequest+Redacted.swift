package import HTTPTypes

extension HTTPRequest {
  /// The path and the names of the query's items; what they hold is blacked out, as is an item that is no name and value.
  package var pathWithoutValues: String {
    let target = path ?? "/"
    let path = target.prefix { $0 != "?" }
    let items = target.dropFirst(path.count + 1).split(separator: "&").map { item in
      let name: Substring = item.prefix { $0 != "=" }
      return name.count < item.count ? "\(name)=REDACTED" : "REDACTED"
    }
    return items.isEmpty ? String(path) : "\(path)?\(items.joined(separator: "&"))"
  }
}
