#if AsyncHTTPClient
  import Foundation
  import NIOSSL

  /// A certificate of this machine, made when the tests start, which lasts for a day.
  struct LocalCertificate: Sendable {
    /// The one certificate of a run; nil where the tool that makes it is not there.
    static let shared = try? LocalCertificate()

    /// The tool that makes certificates is not there, or failed.
    struct NotMade: Error {}

    /// The certificate.
    private let certificates: [NIOSSLCertificate]
    /// Its private key.
    private let key: NIOSSLPrivateKey

    /// Makes a certificate for `localhost`; the files that this needs are gone afterwards.
    private init() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let (path, keyPath) = (folder.appending(path: "certificate.pem").path, folder.appending(path: "key.pem").path)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", keyPath, "-out", path,
      ]
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw NotMade() }
      certificates = try NIOSSLCertificate.fromPEMFile(path)
      key = try NIOSSLPrivateKey(file: keyPath, format: .pem)
    }

    /// A server that shows the certificate and has HTTP/2.
    var serving: TLSConfiguration {
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: certificates.map { .certificate($0) },
        privateKey: .privateKey(key)
      )
      configuration.applicationProtocols = ["h2", "http/1.1"]
      return configuration
    }

    /// A client that trusts nothing but the certificate.
    var trusting: TLSConfiguration {
      var configuration = TLSConfiguration.makeClientConfiguration()
      configuration.trustRoots = .certificates(certificates)
      return configuration
    }
  }
#endif
