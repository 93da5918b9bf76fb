import SchemaSource

/// Reads YAML (1.2, core schema) into nodes.
package enum YAMLReader {
  /// How many sequences and mappings may stand inside each other, aliases expanded; deeper documents are refused.
  package static let nestingLimit = JSONReader.nestingLimit
  /// How many nodes the aliases of one document may add.
  package static let aliasLimit = 1_000_000

  /// Reads a file, or a range of its bytes, that is one YAML document; nil with one error in the report where it is not.
  /// Aliases and merge keys are resolved, and what came through one has the place where it is written.
  package static func read(_ file: SourceFile, range: Range<Int>? = nil, report: inout Report) -> Node? {
    file.bytes.withUnsafeBufferPointer { text -> Node? in
      var range = (range ?? 0..<text.count).clamped(to: 0..<text.count)
      if range.lowerBound == 0, text[range].starts(with: [0xEF, 0xBB, 0xBF]) { range = 3..<range.upperBound }
      if let offset = UTF8Scan.firstInvalidByte(in: text, range: range) {
        report.add(TextReader.invalidUTF8(file, at: offset))
        return nil
      }
      var parser = YAMLParser(YAMLEventStream(text, range: range, file: file.id))
      do throws(YAMLFailure) {
        let node = try parser.parseDocument()
        for duplicate in parser.duplicates { report.add(duplicate.diagnostic) }
        return node
      } catch {
        for duplicate in parser.duplicates { report.add(duplicate.diagnostic) }
        report.add(error.diagnostic)
        return nil
      }
    }
  }
}
