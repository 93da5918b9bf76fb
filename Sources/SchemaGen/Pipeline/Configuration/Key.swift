import SchemaDocument
import SchemaSource

/// One key of an object of the configuration, with where its value goes: the reader and the JSON Schema are made of the
/// same table of keys.
struct Key<Target> {
  let shape: KeyShape
  /// Whether the key is read after all others, since it builds on them.
  let comesLast: Bool
  /// Reads the key's value into the target; false where it is of no use.
  let read: (_ node: Node, _ target: inout Target, _ report: inout Report) -> Bool

  init(
    shape: KeyShape,
    comesLast: Bool = false,
    read: @escaping (_ node: Node, _ target: inout Target, _ report: inout Report) -> Bool
  ) {
    self.shape = shape
    self.comesLast = comesLast
    self.read = read
  }

  /// A key whose value has an initial one to replace or to add to.
  init<Value>(
    _ name: String,
    _ path: WritableKeyPath<Target, Value>,
    _ setting: Setting<Value>,
    initial: String? = nil,
    _ summary: String
  ) {
    self.init(
      shape: KeyShape(name: name, summary: summary, initial: initial, isRequired: false, shape: setting.shape)
    ) { node, target, report in
      guard let value = setting.read(node, name, target[keyPath: path], &report) else { return false }
      target[keyPath: path] = value
      return true
    }
  }

  /// A key whose value nothing stands for where it is left out.
  init<Value>(
    _ name: String,
    _ path: WritableKeyPath<Target, Value?>,
    _ setting: Setting<Value>,
    isRequired: Bool = false,
    _ summary: String
  ) {
    self.init(
      shape: KeyShape(name: name, summary: summary, initial: nil, isRequired: isRequired, shape: setting.shape)
    ) { node, target, report in
      guard let value = setting.read(node, name, target[keyPath: path], &report) else { return false }
      target[keyPath: path] = value
      return true
    }
  }

  /// The same key for what holds the target.
  func within<Outer>(_ path: WritableKeyPath<Outer, Target>) -> Key<Outer> {
    Key<Outer>(shape: shape, comesLast: comesLast) { node, outer, report in
      read(node, &outer[keyPath: path], &report)
    }
  }

  /// Reads members by a table of keys; unknown keys are errors. False where a required key is missing or of no use.
  static func read(
    _ members: [Member],
    into target: inout Target,
    _ keys: [Key],
    within span: SourceSpan,
    _ report: inout Report
  ) -> Bool {
    let table = Dictionary(keys.map { ($0.shape.name, $0) }, uniquingKeysWith: { first, _ in first })
    let names = keys.map(\.shape.name)
    var missing = Set(keys.filter(\.shape.isRequired).map(\.shape.name))
    for isLate in [false, true] {
      for member in members {
        guard let key = table[member.key] else {
          if !isLate { reportUnknown(member, names, &report) }
          continue
        }
        guard key.comesLast == isLate else { continue }
        if key.read(member.value, &target, &report) || !key.shape.isRequired { missing.remove(member.key) }
      }
    }
    let present = Set(members.map(\.key))
    for name in names where missing.contains(name) && !present.contains(name) {
      report.add(.invalidConfiguration, "the key `\(name)` is missing", at: span)
    }
    return missing.isEmpty
  }

  /// Reports that no key has this name.
  private static func reportUnknown(_ member: Member, _ names: [String], _ report: inout Report) {
    let known = names.map { "`\($0)`" }.joined(separator: ", ")
    let notes = [Suggestion.note(for: member.key, among: names) ?? Diagnostic.Note("the keys here are \(known)")]
    report.add(.invalidConfiguration, "unknown key `\(member.key)`", at: member.keySpan, notes: notes)
  }
}
