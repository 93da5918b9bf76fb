import Foundation
import SchemaDescription
import SchemaDocument
import SchemaSource

extension HARReader {
  /// The body that was sent: its text, or the fields of a form.
  mutating func body(ofPosted data: Node) -> CallBody? {
    let stated = text(data["mimeType"], "'mimeType'")
    let mediaType = stated.flatMap { MediaTypeName.normalized($0) }
    let listed = (data["params"]?.elements ?? []).isEmpty ? [] : posted(data["params"])
    var body: CallBody?
    if !listed.isEmpty, mediaType.map({ MediaTypeName.isForm($0) }) ?? true {
      body = CallBody(mediaType ?? "application/x-www-form-urlencoded", at: data.span)
      body?.fields = listed
    } else if let node = data["text"], let content = text(node, "the text of a body") {
      body = BodyReader.read(content, mediaType: mediaType, at: node.span, report: &report)
    } else if let mediaType, MediaTypeKind(mediaType) == .binary || MediaTypeKind(mediaType) == .multipart {
      body = CallBody(mediaType, at: data.span)
    }
    return body
  }

  /// The fields of a form; those that say what kind of file was sent are files.
  private mutating func posted(_ list: Node?) -> [CallField] {
    let elements = list?.elements ?? []
    return elements.compactMap { element in
      guard let name = text(element["name"], "the name of a field") else {
        if element["name"]?.string == nil { report.addUnexpected(element, "a field", "an object with a 'name'") }
        return nil
      }
      let value = text(element["value"], "the value of a field") ?? ""
      var field = CallField(PathText.withoutPercentEscapes(name), BodyReader.decoded(value), at: element.span)
      field.isFile = element["fileName"]?.string?.isEmpty == false
      field.mediaType = text(element["contentType"], "'contentType'").flatMap { MediaTypeName.normalized($0) }
      return field
    }
  }

  /// What came back; nil where nothing did, or where the browser used what it had.
  mutating func response(_ node: Node) -> RecordedCall.Response? {
    guard let statusNode = node["status"], let status = Int(statusNode.number ?? "") else {
      report.addUnexpected(node["status"] ?? node, "the status of a response", "a number")
      return nil
    }
    guard (100..<600).contains(status), status != 304 else {
      if status == 0 { report.add(.ignoredText, "this call was cut off before a response came", at: node.span) }
      return nil
    }
    var response = RecordedCall.Response(status: .code(status), span: node.span)
    response.description = text(node["statusText"], "'statusText'")
    for header in fields(node["headers"], "a header") where !HeaderName.isTransport(header.name) {
      response.headers.append(header)
    }
    if let content = object(node["content"], "the content of a response") { response.body = body(of: content) }
    return response
  }

  /// The body that came back.
  private mutating func body(of content: Node) -> CallBody? {
    let mediaType = text(content["mimeType"], "'mimeType'").flatMap { MediaTypeName.normalized($0) }
    guard let node = content["text"], var text = text(node, "the text of a body") else {
      // A recording need not keep bodies; how they are called is known all the same.
      guard let mediaType, mediaType != "x-unknown", let size = content["size"]?.number.flatMap({ Int($0) }), size > 0
      else { return nil }
      report.add(.ignoredText, "the recording has not kept this body", at: content.span)
      return CallBody(mediaType, at: content.span)
    }
    if self.text(content["encoding"], "'encoding'")?.lowercased() == "base64" {
      let kind = mediaType.map { MediaTypeKind($0) } ?? .binary
      guard kind != .binary else { return CallBody(mediaType ?? "application/octet-stream", at: node.span) }
      guard let decoded = decoded(text, at: node.span) else { return CallBody(mediaType ?? "", at: node.span) }
      text = decoded
    }
    return BodyReader.read(text, mediaType: mediaType, at: node.span, report: &report)
  }

  /// The text that stands in base 64; nil, with a diagnostic, where there is none.
  private mutating func decoded(_ text: String, at span: SourceSpan) -> String? {
    guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
      report.add(.unreadableExample, "this body is not written in base 64", at: span)
      return nil
    }
    if data.starts(with: [0x1F, 0x8B]) {
      report.add(
        .unreadableExample,
        "this body is compressed",
        at: span,
        notes: [.init("record it again with a tool that keeps bodies as they are read")]
      )
      return nil
    }
    guard let decoded = String(data: data, encoding: .utf8) else {
      report.add(.unreadableExample, "this body is no text", at: span)
      return nil
    }
    return decoded
  }
}
