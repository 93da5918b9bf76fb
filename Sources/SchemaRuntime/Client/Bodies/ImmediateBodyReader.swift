/// Reads a body in memory and in files, chunk by chunk, for a transport that cannot wait for one.
package final class ImmediateBodyReader {
  /// A part of the body.
  enum Part {
    /// In memory.
    case bytes([UInt8])
    /// In a file.
    case file(FileContent)
  }

  /// What is to be read still.
  private var rest: ArraySlice<Part>
  /// Reads the file at hand.
  private var file: FileReader?

  /// Starts reading.
  init(_ parts: [Part]) { rest = parts[...] }

  /// The next chunk; nil at the end.
  ///
  /// - Throws: `FileUnreadable`.
  package func next() throws -> [UInt8]? {
    while true {
      if let chunk = try file?.next() { return chunk }
      file = nil
      switch rest.popFirst() {
      case .bytes(let bytes): if !bytes.isEmpty { return bytes }
      case .file(let content): file = FileReader(content)
      case nil: return nil
      }
    }
  }
}
