import CLibYAML

/// Hands events to libyaml's emitter and gathers the text that it makes of them.
struct YAMLEventWriter: ~Copyable {
  /// The style in which a scalar is asked for; the library takes another one where the text does not allow it.
  enum Style {
    case plain, singleQuoted, doubleQuoted, literal
  }

  /// The bytes that the library has written so far.
  private final class Output {
    var bytes: [UInt8] = []
  }

  /// The emitter of the library, which must not move.
  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private let output = Output()

  /// Begins a document of one value.
  init() {
    emitter = .allocate(capacity: 1)
    emitter.initialize(to: yaml_emitter_t())
    yaml_emitter_initialize(emitter)
    yaml_emitter_set_encoding(emitter, YAML_UTF8_ENCODING)
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_indent(emitter, 2)
    // No line is ever folded: the reader of a difference sees the text as it is.
    yaml_emitter_set_width(emitter, -1)
    let write: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int) -> Int32 = {
      guard let output = $0, let bytes = $1 else { return 0 }
      let sink = Unmanaged<Output>.fromOpaque(output).takeUnretainedValue()
      sink.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: $2))
      return 1
    }
    yaml_emitter_set_output(emitter, write, Unmanaged.passUnretained(output).toOpaque())
    emit { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
    emit { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
  }

  /// Writes a scalar.
  func scalar(_ text: String, _ style: Style) {
    var text = text
    let yamlStyle =
      switch style {
      case .plain: YAML_PLAIN_SCALAR_STYLE
      case .singleQuoted: YAML_SINGLE_QUOTED_SCALAR_STYLE
      case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
      case .literal: YAML_LITERAL_SCALAR_STYLE
      }
    text.withUTF8 { bytes in
      // An empty string has no address of its own; a byte that is not read stands for it.
      var none: UInt8 = 0
      withUnsafePointer(to: &none) { empty in
        let start = bytes.baseAddress ?? empty
        emit { yaml_scalar_event_initialize($0, nil, nil, start, Int32(bytes.count), 1, 1, yamlStyle) }
      }
    }
  }

  /// Begins a sequence; an empty one is written in brackets.
  func beginSequence(isEmpty: Bool) {
    let style = isEmpty ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
    emit { yaml_sequence_start_event_initialize($0, nil, nil, 1, style) }
  }

  /// Ends the innermost sequence.
  func endSequence() { emit { yaml_sequence_end_event_initialize($0) } }

  /// Begins a mapping; an empty one is written in braces.
  func beginMapping(isEmpty: Bool) {
    let style = isEmpty ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
    emit { yaml_mapping_start_event_initialize($0, nil, nil, 1, style) }
  }

  /// Ends the innermost mapping.
  func endMapping() { emit { yaml_mapping_end_event_initialize($0) } }

  /// Ends the document and returns its text.
  consuming func finish() -> String {
    emit { yaml_document_end_event_initialize($0, 1) }
    emit { yaml_stream_end_event_initialize($0) }
    yaml_emitter_flush(emitter)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// Hands an event to the library, which frees it. It fails only where there is no memory.
  private func emit(_ make: (UnsafeMutablePointer<yaml_event_t>) -> Int32) {
    var event = yaml_event_t()
    guard make(&event) == 1 else { return }
    yaml_emitter_emit(emitter, &event)
  }
}
