import SchemaDocument

/// Tells the calls of an API from what a page is made of.
enum HARAsset {
  /// Kinds of resources, as browsers name them, that are no calls.
  private static let kinds: Set<String> = [
    "image", "imageset", "stylesheet", "script", "font", "media", "document", "manifest", "texttrack", "ping", "beacon",
    "csp-violation-report", "cspviolationreport", "preload", "signedexchange", "websocket", "subdocument",
  ]

  /// Endings of files that pages are made of.
  private static let endings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "avif", "bmp", "css", "js", "mjs", "cjs", "map", "woff", "woff2",
    "ttf", "otf", "eot", "html", "htm", "wasm", "mp4", "webm", "m3u8", "ts", "mp3",
  ]

  /// Whether an entry is a part of a page.
  static func isAsset(_ entry: Node, method: String, path: String, response: Node?) -> Bool {
    let kind = (entry["_resourceType"]?.string ?? entry["_initiator_type"]?.string)?.lowercased()
    if let kind, kinds.contains(kind) { return true }
    // What a script asked for is a call, whatever came back.
    if kind == "xhr" || kind == "fetch" || kind == "eventsource" { return false }
    guard method == "GET" || method == "HEAD" else { return false }
    let last = path.split(separator: "/").last ?? ""
    if let dot = last.lastIndex(of: "."), endings.contains(last[last.index(after: dot)...].lowercased()) { return true }
    guard let mediaType = response?["content"]?["mimeType"]?.string.flatMap({ MediaTypeName.normalized($0) }) else {
      return false
    }
    if ["image/", "font/", "video/", "audio/"].contains(where: mediaType.hasPrefix) { return true }
    return mediaType == "text/css" || mediaType == "text/html" || mediaType.hasSuffix("javascript")
      || mediaType == "application/wasm" || mediaType == "application/xhtml+xml"
  }
}
