import SchemaSource

/// Looks whether a file is text at all.
package enum TextReader {
  /// Whether a file is text that the readers can take; what is wrong goes into the report where it is not.
  package static func check(_ file: SourceFile, report: inout Report) -> Bool {
    file.bytes.withUnsafeBufferPointer { text in
      let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      if let offset = UTF8Scan.firstNUL(in: text) {
        report.add(.binaryDocument, "the file is no text, it holds a NUL byte", at: file.span(offset, offset + 1))
        return false
      }
      if let offset = UTF8Scan.firstInvalidByte(in: text, range: 0..<text.count) {
        report.add(invalidUTF8(file, at: offset))
        return false
      }
      let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
      guard text[start...].allSatisfy(isSpace) else { return true }
      report.add(.emptyDocument, "the document is empty", at: file.span(0, 0))
      return false
    }
  }

  /// The diagnostic for a byte that is no part of valid UTF-8.
  static func invalidUTF8(_ file: SourceFile, at offset: Int) -> Diagnostic {
    let digits = String(file.bytes[offset], radix: 16, uppercase: true)
    return Diagnostic(
      .invalidUTF8,
      "byte 0x\(digits) is no part of valid UTF-8",
      at: file.span(offset, offset + 1)
    )
  }
}
