import CLibYAML
import SchemaSource

/// Makes nodes of the events of one YAML document, without recursion.
struct YAMLParser: ~Copyable {
  /// A sequence or mapping whose end is not reached yet.
  private struct Frame {
    /// Whether it is a mapping.
    var isMapping: Bool
    /// Whether its end has a mark of its own.
    var isFlow: Bool
    /// Its place as far as it is known.
    var span: SourceSpan
    /// Where its members or elements begin on their stack.
    var base: Int
    /// The anchor that names it.
    var anchor: String?
    /// Whether the last key has no value yet.
    var isWaiting = false
    /// The indices of the members whose key is `<<`, from `base`.
    var merges: [Int] = []
    /// How many nodes it holds, itself included, aliases expanded.
    var size = 1
    /// How many levels are below it, aliases expanded.
    var height = 0
  }

  /// A finished value and what it counts.
  private struct Value {
    /// The value.
    var node: Node
    /// How many nodes it holds, itself included.
    var size = 1
    /// How many levels of sequences and mappings it is.
    var height = 0
    /// Whether it is a scalar that is the merge key where it is a key.
    var isMergeKey = false
    /// The source text where it is a scalar.
    var key: String?
  }

  /// What an anchor names.
  private enum Anchor {
    /// A value that is not read to its end.
    case open
    /// A value.
    case value(Value)
  }

  /// Where the events come from.
  private var events: YAMLEventStream
  /// The open sequences and mappings, outermost first.
  private var frames: [Frame] = []
  /// The members of all open mappings.
  private var members = MemberStack()
  /// The elements of all open sequences.
  private var elements = MoveStack<Node>()
  /// What the anchors name so far.
  private var anchors: [String: Anchor] = [:]
  /// How many nodes the aliases added so far.
  private var expanded = 0

  /// The keys that mappings have twice.
  var duplicates: [DuplicateKey] { members.duplicates }

  /// Makes a parser of fresh events.
  init(_ events: consuming YAMLEventStream) { self.events = events }

  /// Reads the one document of the stream.
  mutating func parseDocument() throws(YAMLFailure) -> Node {
    var root: Node?
    while true {
      let event = try events.next()
      let place = events.span(of: event)
      switch event.pointee.type {
      case YAML_STREAM_END_EVENT:
        guard let root else { throw YAMLFailure("the document is empty", at: place, id: .emptyDocument) }
        return root
      case YAML_DOCUMENT_START_EVENT:
        if root != nil { throw YAMLFailure("expected one document, found the start of a second one", at: place) }
      case YAML_SCALAR_EVENT:
        let value = try scalar(event.pointee.data.scalar, at: place)
        if let anchor = event.pointee.data.scalar.anchor { anchors[String(cString: anchor)] = .value(value) }
        if let node = try add(value) { root = node }
      case YAML_ALIAS_EVENT:
        if let node = try add(try alias(String(cString: event.pointee.data.alias.anchor), at: place)) { root = node }
      case YAML_SEQUENCE_START_EVENT:
        let start = event.pointee.data.sequence_start
        try open(isMapping: false, isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE, anchor: start.anchor, at: place)
      case YAML_MAPPING_START_EVENT:
        let start = event.pointee.data.mapping_start
        try open(isMapping: true, isFlow: start.style == YAML_FLOW_MAPPING_STYLE, anchor: start.anchor, at: place)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        if let node = try add(try close(at: place)) { root = node }
      default: break
      }
    }
  }

  /// Begins a sequence or mapping.
  private mutating func open(
    isMapping: Bool,
    isFlow: Bool,
    anchor: UnsafeMutablePointer<yaml_char_t>?,
    at place: SourceSpan
  ) throws(YAMLFailure) {
    if let frame = frames.last, frame.isMapping, !frame.isWaiting {
      throw YAMLFailure("expected a scalar as key, found a \(isMapping ? "mapping" : "sequence")", at: place)
    }
    guard frames.count < YAMLReader.nestingLimit else { throw tooDeep(at: place) }
    let name = anchor.map { String(cString: $0) }
    if let name { anchors[name] = .open }
    let base = isMapping ? members.count : elements.count
    let start = isFlow ? place : SourceSpan(file: place.file, start: place.start, end: place.start)
    frames.append(Frame(isMapping: isMapping, isFlow: isFlow, span: start, base: base, anchor: name))
  }

  /// Ends the innermost sequence or mapping.
  private mutating func close(at place: SourceSpan) throws(YAMLFailure) -> Value {
    let frame = frames.removeLast()
    let span = frame.isFlow ? frame.span.union(place) : frame.span
    var value = Value(node: Node(.null, at: span), size: frame.size, height: frame.height + 1)
    if frame.isMapping {
      let own = members.pop(from: frame.base)
      value.node.value = .object(frame.merges.isEmpty ? own : try merged(own, merges: frame.merges))
    } else {
      value.node.value = .array(elements.pop(from: frame.base))
    }
    if let anchor = frame.anchor { anchors[anchor] = .value(value) }
    return value
  }

  /// Hands a value to the innermost sequence or mapping; returns it where it is the root.
  private mutating func add(_ value: Value) throws(YAMLFailure) -> Node? {
    let last = frames.count - 1
    guard last >= 0 else { return value.node }
    if frames.count + value.height > YAMLReader.nestingLimit { throw tooDeep(at: value.node.span) }
    if !frames[last].isFlow, value.node.span.start >= frames[last].span.start {
      frames[last].span = frames[last].span.union(value.node.span)
    }
    if frames[last].isMapping, !frames[last].isWaiting {
      guard let key = value.key else { throw YAMLFailure("expected a scalar as key", at: value.node.span) }
      if value.isMergeKey { frames[last].merges.append(members.count - frames[last].base) }
      // Several merge keys all count, so no two of them are equal.
      let hash = value.isMergeKey ? UInt64(members.count) : MemberStack.hash(key.utf8)
      members.push(key: key, at: value.node.span, hash: hash)
      frames[last].isWaiting = true
      return nil
    }
    frames[last].size += value.size
    frames[last].height = max(frames[last].height, value.height)
    if frames[last].isMapping {
      members.setLast(value.node)
      frames[last].isWaiting = false
    } else {
      elements.push(value.node)
    }
    return nil
  }

  /// The value of a scalar by its style and tag.
  private func scalar(
    _ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar,
    at place: SourceSpan
  ) throws(YAMLFailure) -> Value {
    let plain = YAMLScalar(text: UnsafeBufferPointer(start: scalar.value, count: scalar.length))
    let text = plain.string
    var value = Value(node: Node(.string(text), at: place), key: text)
    guard let tag = scalar.tag.map({ String(cString: $0) }) else {
      if scalar.style == YAML_PLAIN_SCALAR_STYLE {
        value.node.value = plain.value
        value.isMergeKey = text == "<<"
      }
      return value
    }
    let standard = "tag:yaml.org,2002:"
    guard tag.hasPrefix(standard) else { return value }
    let name = tag.dropFirst(standard.count)
    switch name {
    case "null" where plain.isNull: value.node.value = .null
    case "bool": value.node.value = plain.boolean.map { .boolean($0) } ?? .null
    case "int": value.node.value = plain.number.flatMap { $0.isInteger ? .number($0.spelling) : nil } ?? .null
    case "float" where plain.isSpecialFloat: break
    case "float": value.node.value = plain.number.map { .number($0.spelling) } ?? .null
    case "merge": value.isMergeKey = text == "<<"
    case "null": throw YAMLFailure("expected null after the tag !!null, found '\(text)'", at: place)
    default: break
    }
    if value.node.isNull, name != "null" {
      let kind = name == "bool" ? "true or false" : name == "int" ? "an integer" : "a number"
      throw YAMLFailure("expected \(kind) after the tag !!\(name), found '\(text)'", at: place)
    }
    return value
  }

  /// The value that an alias stands for.
  private mutating func alias(_ name: String, at place: SourceSpan) throws(YAMLFailure) -> Value {
    guard let anchor = anchors[name] else { throw YAMLFailure("no anchor '\(name)' before this alias", at: place) }
    guard case .value(let value) = anchor else {
      throw YAMLFailure("the alias '\(name)' stands inside the value that it names", at: place)
    }
    expanded += value.size
    guard expanded <= YAMLReader.aliasLimit else {
      throw YAMLFailure(
        "the aliases up to this one expand to more than \(YAMLReader.aliasLimit) nodes",
        at: place,
        id: .aliasBomb
      )
    }
    guard frames.count + value.height <= YAMLReader.nestingLimit else { throw tooDeep(at: place) }
    return value
  }

  /// The members of a mapping with those that its merge keys bring, which stand where the merge key stands.
  private func merged(_ own: [Member], merges: [Int]) throws(YAMLFailure) -> [Member] {
    let merges = Set(merges)
    var taken: Set<String> = []
    for (index, member) in own.enumerated() where !merges.contains(index) { taken.insert(member.key) }
    var result: [Member] = []
    for (index, member) in own.enumerated() {
      guard merges.contains(index) else {
        result.append(member)
        continue
      }
      for source in member.value.elements ?? [member.value] {
        guard let members = source.members else {
          throw YAMLFailure(
            "expected a mapping or a sequence of mappings after the merge key",
            at: member.value.span,
            notes: [Diagnostic.Note("the merge key is here", at: member.keySpan)]
          )
        }
        // Of equal keys in one source the last one counts, as anywhere.
        let fresh = members.filter { !taken.contains($0.key) }
        result += fresh
        taken.formUnion(fresh.map(\.key))
      }
    }
    return result
  }

  /// The failure of nesting too deep.
  private func tooDeep(at place: SourceSpan) -> YAMLFailure {
    YAMLFailure(
      "values are nested deeper than \(YAMLReader.nestingLimit) levels",
      at: place,
      id: .nestingTooDeep
    )
  }
}
