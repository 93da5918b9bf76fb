#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A file in a multipart form: bytes in memory, or a file on disk that is read while it is sent.
///
/// In JSON, as in documented examples, it is a string: the name of the file.
public struct FileUpload: Hashable, Sendable {
  /// Where the content is.
  enum Content: Hashable, Sendable {
    /// In memory.
    case data(Data)
    /// On disk.
    case file(FileContent)
  }

  /// Where the content is.
  let content: Content
  /// The name that the server is told.
  public var filename: String
  /// The media type, for example `image/png`; nil for `application/octet-stream`.
  public var contentType: String?

  /// Makes a file of bytes.
  public init(data: Data, filename: String, contentType: String? = nil) {
    content = .data(data)
    self.filename = filename
    self.contentType = contentType
  }

  /// Takes a file from disk, under its own name or another; it is read in chunks while it is sent.
  ///
  /// - Throws: `FileUnreadable` where there is no such file.
  public init(file path: String, filename: String? = nil, contentType: String? = nil) throws {
    self.init(try FileContent(path: path), filename: filename, contentType: contentType)
  }

  /// Takes a file from disk, under its own name or another; it is read in chunks while it is sent.
  ///
  /// - Throws: `FileUnreadable` where there is no such file.
  public init(file url: URL, filename: String? = nil, contentType: String? = nil) throws {
    self.init(try FileContent(url: url), filename: filename, contentType: contentType)
  }

  /// Takes a file from disk.
  private init(_ file: FileContent, filename: String?, contentType: String?) {
    content = .file(file)
    self.filename = filename ?? file.name
    self.contentType = contentType
  }

  /// The content where it is in memory; nil where it is on disk.
  public var data: Data? {
    if case .data(let data) = content { data } else { nil }
  }

  /// The content as it is sent.
  public var body: HTTPBody {
    switch content {
    case .data(let data): HTTPBody(data)
    case .file(let file): HTTPBody(file)
    }
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
