#if Tracing
  import Tracing

  extension Span {
    /// Notes a response.
    func finish(status: Int) {
      updateAttributes { attributes in
        attributes["http.response.status_code"] = status
        if status >= 400 { attributes["error.type"] = "\(status)" }
      }
      if status >= 400 { setStatus(SpanStatus(code: .error)) }
    }

    /// Notes that no response came; of the error only the type, as the rest may show a URL with a key in it.
    ///
    /// Nothing has gone wrong where the caller did not want the response any more.
    func finish(_ error: any Error) {
      let type = "\(Swift.type(of: error))"
      attributes["error.type"] = type
      guard !(error is CancellationError) else { return }
      addEvent(SpanEvent(name: "exception", attributes: ["exception.type": .string(type)]))
      setStatus(SpanStatus(code: .error))
    }
  }
#endif
