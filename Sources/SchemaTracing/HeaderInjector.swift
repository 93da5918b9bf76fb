#if Tracing
  import HTTPTypes
  import Tracing

  /// Writes what tells one span from another into header fields.
  struct HeaderInjector: Injector {
    func inject(_ value: String, forKey key: String, into fields: inout HTTPFields) {
      guard let name = HTTPField.Name(key), HTTPField.isValidValue(value) else { return }
      fields[name] = value
    }
  }
#endif
