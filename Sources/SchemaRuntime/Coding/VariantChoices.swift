/// The choices that were made among the variants of unions, so that unions in unions are not tried over and over.
final class VariantChoices {
  /// A union at a place.
  private struct Place: Hashable {
    /// The union.
    let type: ObjectIdentifier
    /// The steps from the top.
    let path: [KeyPathText.Step]
  }

  /// The result of each choice.
  private var results: [Place: Result<any Sendable, any Error>] = [:]

  /// The choice for a union at a place; made once.
  func choose<T: SchemaUnion>(_ type: T.Type, at path: [any CodingKey], _ make: () throws -> T) throws -> T {
    let steps = path.map { key in key.intValue.map(KeyPathText.Step.index) ?? .key(key.stringValue) }
    let place = Place(type: ObjectIdentifier(type), path: steps)
    if let known = results[place], let value = try known.get() as? T { return value }
    do {
      let value = try make()
      results[place] = .success(value)
      return value
    } catch {
      results[place] = .failure(error)
      throw error
    }
  }

  /// Tries the variants and takes the one that keeps the most.
  static func best<T: SchemaUnion>(of variants: [(ValueReader) throws -> T], reader: ValueReader) throws -> T {
    var best: (value: T, loss: JSONLoss)?
    var furthest: (error: any Error, depth: Int)?
    for variant in variants {
      do {
        let value = try variant(reader)
        let loss = JSONLoss(from: reader.decoder.value, to: try JSONCoding.value(value))
        if loss == .none { return value }
        if loss < best?.loss ?? .unbounded { best = (value, loss) }
      } catch {
        let depth = (error as? DecodingError).map(\.depth) ?? 0
        if depth > furthest?.depth ?? -1 { furthest = (error, depth) }
      }
    }
    if let best { return best.value }
    throw furthest?.error ?? reader.mismatch(expected: "one of the variants")
  }
}

extension DecodingError {
  /// How many levels down the error is.
  fileprivate var depth: Int {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
      .dataCorrupted(let context):
      context.codingPath.count
    @unknown default: 0
    }
  }
}
