import SchemaIR
import SchemaSource

/// What the IR of an API carries, in a form in which declared items are found quickly.
struct CarriedItems {
  /// The operations by where their methods stand.
  private var operations: [SourceSpan: Operation] = [:]
  /// Where the properties of structures stand.
  private var properties: Set<SourceSpan> = []
  /// The keys of the properties of structures by where these stand: of two statements about one property one place is
  /// kept.
  private var keys: [SourceSpan: Set<String>] = [:]
  /// The keys of the properties of each declaration.
  private var keysOfDeclarations: [Set<String>] = []
  /// Where declarations stand.
  private var declarations: Set<SourceSpan> = []
  /// What was said of places in the document.
  private var told: Set<SourceSpan> = []
  /// Where that begins, in order.
  private var toldStarts: [(file: FileID, start: Int, end: Int)] = []

  /// The diagnostics that own up to a loss.
  private static let losses: Set<DiagnosticID> = [
    .unsupportedFeature, .unexpectedValue, .nestingTooDeep, .unresolvedReference, .refusedReference,
    .circularReference, .conflictingSchemas, .duplicateKey, .duplicateOperation, .ignoredText,
  ]

  /// Takes in an API and everything that was said of it.
  init(_ api: API, _ report: Report) {
    for operation in api.operations { operations[operation.span] = operation }
    keysOfDeclarations = api.declarations.map { declaration in
      guard case .structure(let structure) = declaration.kind else { return [] }
      return Set(structure.properties.map { $0.key.lowercased() })
    }
    for declaration in api.declarations + api.shared {
      declarations.insert(declaration.span)
      guard case .structure(let structure) = declaration.kind else { continue }
      for property in structure.properties {
        properties.insert(property.span)
        keys[declaration.span, default: []].insert(property.key)
      }
    }
    for diagnostic in report.diagnostics where Self.losses.contains(diagnostic.id) {
      for span in [diagnostic.span] + diagnostic.notes.map(\.span) {
        guard let span else { continue }
        told.insert(span)
        toldStarts.append((span.file, span.start, span.end))
      }
    }
    toldStarts.sort { ($0.file.index, $0.start) < ($1.file.index, $1.start) }
  }

  /// Whether the IR has what was declared.
  func carries(_ item: DeclaredItems.Item) -> Bool {
    let operation = item.operation.flatMap { operations[$0] }
    switch item.kind {
    case .operation: return operation != nil
    case .parameter:
      return operation?.parameters.contains { $0.name == item.name && $0.location.word == item.part } == true
    case .response: return operation?.responses.contains { Self.spells($0.status, item.name) } == true
    case .mediaType:
      let bare = Self.bare(item.name)
      if item.part == "request" { return operation.map { Self.mediaTypes($0.body).contains(bare) } ?? false }
      return operation?.responses.contains { response in
        Self.spells(response.status, item.part) && response.contents.contains { Self.bare($0.mediaType) == bare }
      } == true
    case .header:
      return operation?.responses.contains { response in
        guard Self.spells(response.status, item.part), let id = response.headers?.declaration else { return false }
        return keysOfDeclarations[id.index].contains(item.name.lowercased())
      } == true
    case .property:
      return properties.contains(item.keySpan) || item.owners.contains { keys[$0]?.contains(item.name) == true }
    case .schema: return declarations.contains(item.span)
    case .alternative: return declarations.contains(item.keySpan)
    }
  }

  /// Whether something was said of the item, or of what it is in, that owns up to its loss; or whether it is left out by
  /// its own word.
  func tells(of item: DeclaredItems.Item) -> Bool {
    if item.isOneWay { return true }
    if told.contains(item.keySpan) || item.around.contains(where: told.contains) { return true }
    var (low, high) = (0, toldStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if (toldStarts[middle].file.index, toldStarts[middle].start) < (item.span.file.index, item.span.start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < toldStarts.count && toldStarts[low].file == item.span.file && toldStarts[low].end <= item.span.end
  }

  /// The media types of a request body.
  private static func mediaTypes(_ body: Body?) -> [String] { body?.contents.map { bare($0.mediaType) } ?? [] }

  /// A media type in lower case and without parameters.
  private static func bare(_ text: String) -> String {
    text.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
  }

  /// Whether a status is what a key of `responses` spells.
  private static func spells(_ status: Response.Status, _ key: String) -> Bool {
    switch status {
    case .code(let code): key == String(code)
    case .range(let digit): key.lowercased() == "\(digit)xx"
    case .default: key == "default"
    }
  }
}
