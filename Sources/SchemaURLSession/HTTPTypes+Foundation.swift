import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLRequest {
  /// Makes a request.
  ///
  /// - Throws: `URLError` where scheme, authority and path make no URL.
  init(_ request: HTTPRequest) throws {
    // Brackets, which no path or query may hold (RFC 3986, section 3.4), would have everything else escaped again.
    var path = request.path ?? ""
    if path.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) {
      path = path.replacing("[", with: "%5B").replacing("]", with: "%5D")
    }
    let text = "\(request.scheme ?? "")://\(request.authority ?? "")\(path)"
    guard let url = URL(string: text) else { throw URLError(.badURL) }
    self.init(url: url)
    httpMethod = request.method.rawValue
    for field in request.headerFields { addValue(field.value, forHTTPHeaderField: field.name.rawName) }
    // The session's own cookies would replace the request's.
    if request.headerFields.contains(.cookie) { httpShouldHandleCookies = false }
  }

  #if canImport(FoundationNetworking)
    /// Takes the body from a stream.
    ///
    /// libcurl, which works below, would send a stream in chunks all the same; that it is to leave out a header field which
    /// it makes by itself it is told by one without a value.
    ///
    /// - Parameter length: the number of bytes; nil where it is not known, and the body is sent in HTTP's own chunks.
    mutating func send(_ stream: InputStream, length: Int64?) {
      httpBodyStream = stream
      guard let length else { return }
      setValue("\(length)", forHTTPHeaderField: "Content-Length")
      setValue(" ", forHTTPHeaderField: "Transfer-Encoding")
    }
  #endif
}

extension HTTPResponse {
  /// Makes a response of the header fields that `URLSession` gives; fields that are not legal are left out.
  init(_ response: HTTPURLResponse) {
    var fields = HTTPFields()
    for (name, value) in response.allHeaderFields {
      guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String else { continue }
      fields.append(HTTPField(name: name, value: value))
    }
    self.init(status: Status(code: response.statusCode), headerFields: fields)
  }
}
