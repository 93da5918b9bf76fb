import SchemaSource

/// Reads JSON (RFC 8259) into nodes.
package enum JSONReader {
  /// How many arrays and objects may stand inside each other; deeper documents are refused.
  package static let nestingLimit = 512

  /// Reads a file, or a range of its bytes, that is one JSON value; nil with one error in the report where it is not.
  package static func read(_ file: SourceFile, range: Range<Int>? = nil, report: inout Report) -> Node? {
    file.bytes.withUnsafeBufferPointer { text -> Node? in
      var range = (range ?? 0..<text.count).clamped(to: 0..<text.count)
      if range.lowerBound == 0, text[range].starts(with: [0xEF, 0xBB, 0xBF]) { range = 3..<range.upperBound }
      if let offset = UTF8Scan.firstInvalidByte(in: text, range: range) {
        report.add(TextReader.invalidUTF8(file, at: offset))
        return nil
      }
      var parser = JSONParser(text, range: range, file: file.id)
      do throws(JSONFailure) {
        let node = try parser.parseDocument()
        for duplicate in parser.duplicates { report.add(duplicate.diagnostic) }
        return node
      } catch {
        for duplicate in parser.duplicates { report.add(duplicate.diagnostic) }
        let notes = error.opening.map {
          [Diagnostic.Note($0.message, at: file.span($0.range.lowerBound, $0.range.upperBound))]
        }
        report.add(
          error.id,
          error.message,
          at: file.span(error.range.lowerBound, error.range.upperBound),
          notes: notes ?? []
        )
        return nil
      }
    }
  }

  /// Reads JSON that stood inside a string of another document; every node and every diagnostic has the span given.
  package static func readEmbedded(_ text: String, at span: SourceSpan, report: inout Report) -> Node? {
    var text = text
    return text.withUTF8 { bytes -> Node? in
      var parser = JSONParser(bytes, range: 0..<bytes.count, file: span.file, fixedSpan: span)
      do throws(JSONFailure) {
        let node = try parser.parseDocument()
        for duplicate in parser.duplicates { report.add(duplicate.diagnostic) }
        return node
      } catch {
        let before = String(decoding: bytes[..<error.range.lowerBound], as: UTF8.self).unicodeScalars.count
        report.add(error.id, "\(error.message) at character \(before + 1) of the JSON in this string", at: span)
        return nil
      }
    }
  }

  /// Reads the array or object that begins at a byte offset and may be cut off by the end of the text, or by the
  /// offset `limit` where that comes first; nil where no such value is there.
  package static func readPrefix(_ file: SourceFile, at offset: Int, limit: Int? = nil) -> JSONPrefix? {
    file.bytes.withUnsafeBufferPointer { text -> JSONPrefix? in
      let end = min(max(0, limit ?? text.count), text.count)
      var parser = JSONParser(text, range: min(max(0, offset), end)..<end, file: file.id, dialect: .page)
      parser.skipSpace()
      guard parser.position < end,
        text[parser.position] == UInt8(ascii: "{") || text[parser.position] == UInt8(ascii: "[")
      else { return nil }
      do {
        guard let (node, isTruncated) = try parser.parsePrefix() else { return nil }
        return JSONPrefix(
          node: node,
          end: parser.position,
          isTruncated: isTruncated,
          liberties: parser.liberties
        )
      } catch {
        return nil
      }
    }
  }
}
