/// Makes texts that a regular expression matches, of the commonest kinds (ECMA-262, section 22.2.1).
struct PatternSample {
  /// What a text is made of.
  indirect enum Part {
    case text(Unicode.Scalar)
    case choice([Unicode.Scalar])
    case sequence([Part])
    case alternatives([Part])
    case repeated(Part, least: Int, most: Int)
  }

  /// How many alternatives and groups may stand inside each other, and how long a text may become.
  static let (depthLimit, lengthLimit) = (32, 4096)

  /// How often something stands there beyond what must be, where the length does not matter.
  private static let usualRepeats = 6

  private var scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private(set) var root = Part.sequence([])

  /// Reads a pattern; nil where it has something that is not made here: look-around, back references, properties, more
  /// repetitions than any text could hold.
  init?(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
    guard let part = alternatives(), position == scalars.count, part.steps <= Self.lengthLimit else { return nil }
    root = part
  }

  /// A text that the pattern matches from its start to its end.
  mutating func text(using random: inout SeededGenerator) -> String {
    var result = String.UnicodeScalarView()
    var rest = Self.lengthLimit
    Self.write(root, to: &result, &rest, using: &random)
    return String(result)
  }

  /// Writes a part.
  private static func write(
    _ part: Part,
    to text: inout String.UnicodeScalarView,
    _ rest: inout Int,
    using random: inout SeededGenerator
  ) {
    guard rest > 0 else { return }
    switch part {
    case .text(let scalar):
      text.append(scalar)
      rest -= 1
    case .choice(let scalars):
      if let scalar = scalars.randomElement(using: &random) { text.append(scalar) }
      rest -= 1
    case .sequence(let parts): for part in parts { write(part, to: &text, &rest, using: &random) }
    case .alternatives(let parts):
      if let part = parts.randomElement(using: &random) { write(part, to: &text, &rest, using: &random) }
    case .repeated(let part, let least, let most):
      for _ in 0..<Int.random(in: least...max(least, min(most, least + Self.usualRepeats)), using: &random) {
        write(part, to: &text, &rest, using: &random)
      }
    }
  }

  /// Reads alternatives up to a closing parenthesis or the end.
  private mutating func alternatives() -> Part? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { return nil }
    var parts: [Part] = []
    while true {
      guard let part = sequence() else { return nil }
      parts.append(part)
      guard take("|") else { break }
    }
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  /// Reads parts one after another.
  private mutating func sequence() -> Part? {
    var parts: [Part] = []
    while position < scalars.count, scalars[position] != "|", scalars[position] != ")" {
      if take("^") || take("$") { continue }
      guard let atom = atom() else { return nil }
      guard let part = quantified(atom) else { return nil }
      parts.append(part)
    }
    return .sequence(parts)
  }

  /// Reads what stands for one thing.
  private mutating func atom() -> Part? {
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "(":
      if take("?") {
        if take("<") {
          guard position < scalars.count, scalars[position] != "=", scalars[position] != "!" else { return nil }
          while position < scalars.count, scalars[position] != ">" { position += 1 }
          position += 1
        } else if !take(":") {
          return nil
        }
      }
      guard let inner = alternatives(), take(")") else { return nil }
      return inner
    case "[": return characterClass()
    case ".": return .choice(Self.letters)
    case "\\": return escape().flatMap { $0.isEmpty ? nil : .choice($0) }
    case "*", "+", "?": return nil
    default: return .text(scalar)
    }
  }

  /// Reads how often something stands there.
  private mutating func quantified(_ part: Part) -> Part? {
    let start = position
    var result = part
    if take("*") {
      result = .repeated(part, least: 0, most: .max)
    } else if take("+") {
      result = .repeated(part, least: 1, most: .max)
    } else if take("?") {
      result = .repeated(part, least: 0, most: 1)
    } else if take("{") {
      guard let least = number(), least <= Self.lengthLimit else {
        position = start + 1
        return .sequence([part, .text("{")])
      }
      var most = least
      if take(",") { most = number() ?? .max }
      guard take("}"), most >= least else { return nil }
      result = .repeated(part, least: least, most: most)
    }
    if position > start { _ = take("?") }
    return result
  }

  /// Reads the members of a class; what is excluded is taken out of the characters that are easily read.
  private mutating func characterClass() -> Part? {
    let isComplement = take("^")
    var members: [Unicode.Scalar] = []
    while position < scalars.count, scalars[position] != "]" {
      guard let first = classMember() else { return nil }
      if first.count == 1, position + 1 < scalars.count, scalars[position] == "-", scalars[position + 1] != "]" {
        position += 1
        guard let last = classMember(), last.count == 1, first[0].value <= last[0].value else { return nil }
        members += (first[0].value...min(last[0].value, first[0].value + 255)).compactMap { Unicode.Scalar($0) }
      } else {
        members += first
      }
    }
    guard take("]") else { return nil }
    if isComplement { members = Self.letters.filter { !members.contains($0) } }
    return members.isEmpty ? nil : .choice(members)
  }

  /// Reads one member of a class.
  private mutating func classMember() -> [Unicode.Scalar]? {
    let scalar = scalars[position]
    position += 1
    return scalar == "\\" ? escape() : [scalar]
  }

  /// Reads what follows a backslash; nothing for what stands for no character.
  private mutating func escape() -> [Unicode.Scalar]? {
    guard position < scalars.count else { return nil }
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "d": return Self.digits
    case "w": return Self.letters + ["_"]
    case "s": return [" "]
    case "S", "D": return Self.letters.filter { !Self.digits.contains($0) }
    case "W": return ["-"]
    case "n": return ["\n"]
    case "t": return ["\t"]
    case "r": return ["\r"]
    case "x", "u":
      let count = scalar == "x" ? 2 : 4
      guard position + count <= scalars.count else { return nil }
      let digits = String(String.UnicodeScalarView(scalars[position..<position + count]))
      guard let value = UInt32(digits, radix: 16), let result = Unicode.Scalar(value) else { return nil }
      position += count
      return [result]
    case "1"..."9", "b", "B", "k", "p", "P", "c": return nil
    default: return [scalar]
    }
  }

  /// Reads digits.
  private mutating func number() -> Int? {
    var text = ""
    while position < scalars.count, Self.digits.contains(scalars[position]) {
      text.unicodeScalars.append(scalars[position])
      position += 1
    }
    return Int(text)
  }

  /// Whether the next character is this one, which is then read.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < scalars.count, scalars[position] == scalar else { return false }
    position += 1
    return true
  }

  private static let digits: [Unicode.Scalar] = Array("0123456789".unicodeScalars)
  private static let letters: [Unicode.Scalar] = Array("abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars)
}
