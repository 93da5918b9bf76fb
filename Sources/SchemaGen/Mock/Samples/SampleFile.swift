/// Makes the smallest files of common types.
enum SampleFile {
  /// The bytes of a file of a media type; of one that is not known here, some bytes.
  static func bytes(of mediaType: String, using random: inout SeededGenerator) -> [UInt8] {
    switch mediaType {
    case "image/png": png
    case "image/gif": Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x3B]
    case "image/svg+xml": Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>".utf8)
    case "audio/wav", "audio/x-wav", "audio/wave": wav
    case "application/zip": [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
    case "application/xml": Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<value/>\n".utf8)
    case _ where mediaType.hasSuffix("+xml"): Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<value/>\n".utf8)
    default: (0..<256).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
  }

  /// One grey pixel (PNG, third edition, section 5).
  private static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00, 0x0A, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]

  /// A tenth of a second of silence: 8,000 samples a second of 16 bits.
  private static let wav: [UInt8] = {
    func little(_ value: UInt32, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 255) } }
    let samples = [UInt8](repeating: 0, count: 1600)
    var format = Array("fmt ".utf8) + little(16, 4) + little(1, 2) + little(1, 2)
    format += little(8000, 4) + little(16000, 4) + little(2, 2) + little(16, 2)
    let data = Array("data".utf8) + little(UInt32(samples.count), 4) + samples
    return Array("RIFF".utf8) + little(UInt32(4 + format.count + data.count), 4) + Array("WAVE".utf8) + format + data
  }()
}
