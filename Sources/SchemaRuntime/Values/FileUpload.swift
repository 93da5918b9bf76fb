#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A file in a multipart form.
///
/// In JSON, as in documented examples, it is a string: the name of the file.
public struct FileUpload: Hashable, Sendable {
  /// The content.
  public var data: Data
  /// The name that the server is told.
  public var filename: String
  /// The media type, for example `image/png`; nil for `application/octet-stream`.
  public var contentType: String?

  /// Makes a file.
  public init(data: Data, filename: String, contentType: String? = nil) {
    self.data = data
    self.filename = filename
    self.contentType = contentType
  }
}

extension FileUpload: Codable {
  /// Reads the file's name; the content is empty.
  public init(from decoder: any Decoder) throws {
    self.init(data: Data(), filename: try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the file's name; in a multipart form the file itself.
  public func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? JSONValueEncoder {
      encoder.node.content = .file(self)
      return
    }
    var container = encoder.singleValueContainer()
    try container.encode(filename)
  }
}
