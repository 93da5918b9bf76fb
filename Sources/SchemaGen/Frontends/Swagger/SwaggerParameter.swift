import SchemaDescription
import SchemaDocument
import SchemaSource

/// A parameter as Swagger 2.0 has it, bodies and their fields among them (Swagger 2.0, parameter object).
struct SwaggerParameter {
  /// What holds the value.
  enum Place: Hashable {
    /// A part of the request outside of its body.
    case outside(ParameterLocation)
    /// The whole body.
    case body
    /// A field of a form.
    case formData
  }

  /// How an array becomes text (Swagger 2.0, `collectionFormat`).
  enum CollectionFormat: String {
    case csv, ssv, tsv, pipes, multi
  }

  let name: String
  let place: Place
  var isRequired: Bool
  var text: String?
  var schema: RawSchema?
  var collectionFormat: CollectionFormat?
  var examples: [RawExample] = []
  let span: SourceSpan

  /// What tells one parameter of an operation from another; there is but one body.
  private struct Key: Hashable {
    let name: String
    let place: Place
  }

  /// What tells the parameter from others.
  private var key: Key { Key(name: place == .body ? "" : name, place: place) }

  /// Puts an operation's parameters to those of its path; of two with one name and place the later counts.
  static func merge(_ own: [SwaggerParameter], into parameters: inout [SwaggerParameter]) {
    var positions: [Key: Int] = [:]
    for (position, parameter) in parameters.enumerated() { positions[parameter.key] = position }
    for parameter in own {
      if let same = positions[parameter.key] {
        parameters[same] = parameter
      } else {
        positions[parameter.key] = parameters.count
        parameters.append(parameter)
      }
    }
  }

  /// The parameters without those that come again; of two with one name and place the last counts.
  static func unique(_ parameters: [SwaggerParameter], report: inout Report) -> [SwaggerParameter] {
    var unique: [SwaggerParameter] = []
    var positions: [Key: Int] = [:]
    for parameter in parameters {
      guard let same = positions[parameter.key] else {
        positions[parameter.key] = unique.count
        unique.append(parameter)
        continue
      }
      let message = "the parameter '\(parameter.name)' is there twice, the last one is used"
      let note = Diagnostic.Note("the earlier one is here", at: unique[same].span)
      report.add(.duplicateKey, message, at: parameter.span, notes: [note])
      unique[same] = parameter
    }
    return unique
  }

  /// The parameter as all formats have it; nil for a body and for a field of one.
  func description(report: inout Report) -> ParameterDescription? {
    guard case .outside(let location) = place else { return nil }
    var parameter = ParameterDescription(
      name: name,
      location: location,
      isRequired: isRequired || location == .path,
      span: span
    )
    parameter.description = text
    parameter.schema = schema
    parameter.examples = examples
    guard schema?.types.contains(.array) == true else { return parameter }
    if collectionFormat == .multi, location != .query {
      report.add(.unexpectedValue, "only a query can have 'multi'; 'csv' is used", at: span)
    }
    (parameter.style, parameter.explode) = Self.style(of: collectionFormat ?? .csv, in: location)
    return parameter
  }

  /// OpenAPI's words for the format of an array.
  static func style(of format: CollectionFormat, in location: ParameterLocation) -> (ParameterStyle, explode: Bool) {
    let plain: ParameterStyle = location == .query ? .form : .simple
    return switch format {
    case .csv: (plain, false)
    case .ssv: (.spaceDelimited, false)
    case .tsv: (.tabDelimited, false)
    case .pipes: (.pipeDelimited, false)
    case .multi: (plain, location == .query)
    }
  }
}
