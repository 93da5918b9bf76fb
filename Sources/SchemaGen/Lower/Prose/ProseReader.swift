/// Reads what a description says of values in prose.
struct ProseReader {
  let text: ProseText
  let triggers: ProseTriggers

  /// Nil for a text that says nothing of values, as most do, and for one too long to be a description.
  init?(_ text: String) {
    guard text.utf8.count <= Self.lengthLimit else { return nil }
    var text = text
    triggers = text.withUTF8 { ProseTriggers($0) }
    guard !triggers.isEmpty else { return nil }
    self.text = ProseText(text)
  }

  /// Texts of more bytes are whole documents.
  private static let lengthLimit = 20_000

  /// What the text says of a value of a type; `values` are those that are listed elsewhere.
  func reading(of subject: ProseSubject, values: [String] = []) -> ProseReading {
    var reading = ProseReading()
    if subject == .string, values.isEmpty { reading.values = listedValues() }
    if subject == .integer { reading.fraction = fractionalNumber() }
    let known = values.isEmpty ? reading.values : values
    // A fraction in the text says that an integer is none.
    let subject = subject == .integer && reading.fraction != nil ? .number : subject
    reading.standard = standardValue(of: subject, among: known)
    if known.isEmpty { reading.limits = limits(of: subject) }
    // Where the default is out of bounds, one of the two was misread.
    if subject != .string, let value = reading.standard.flatMap(Double.init),
      !reading.limits.allSatisfy({ $0.allows(value) })
    {
      reading.standard = nil
      reading.limits = []
    }
    return reading
  }
}

/// What a description speaks of.
enum ProseSubject: Hashable {
  case string, integer, number, boolean
}

/// What a description says of a value.
struct ProseReading: Equatable {
  /// A bound and the keyword that states it.
  struct Limit: Hashable {
    var keyword: String
    /// As JSON spells it.
    var number: String

    /// Whether a number keeps within the bound; lengths bound none.
    func allows(_ value: Double) -> Bool {
      guard let bound = Double(number) else { return true }
      switch keyword {
      case "minimum": return value >= bound
      case "maximum": return value <= bound
      case "exclusiveMinimum": return value > bound
      case "exclusiveMaximum": return value < bound
      default: return true
      }
    }
  }

  /// The listed values; empty where there are none.
  var values: [String] = []
  /// A number with a fraction that contradicts the type integer.
  var fraction: String?
  /// The default, as the text spells it without its quotes.
  var standard: String?
  var limits: [Limit] = []
}
