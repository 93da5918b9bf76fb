import ArgumentParser

/// A span of time as people type it: `50ms`, `0.5s`, or a number of seconds.
struct TimeSpan: Hashable, Sendable {
  /// No time.
  static let zero = TimeSpan(duration: .zero)
  /// The longest span that makes sense here: an hour.
  private static let limit = 3600.0

  /// The span.
  let duration: Duration
}

extension TimeSpan: ExpressibleByArgument {
  /// Nil where the text is no span of time.
  init?(argument: String) {
    let (digits, factor): (Substring, Double) =
      argument.hasSuffix("ms")
      ? (argument.dropLast(2), 0.001) : argument.hasSuffix("s") ? (argument.dropLast(), 1) : (argument[...], 1)
    guard let number = Double(digits), (0...Self.limit).contains(number * factor) else { return nil }
    duration = .seconds(number * factor)
  }

  /// The span as it is shown in help texts.
  var defaultValueDescription: String { duration == .zero ? "0" : "\(duration)" }
}

/// Two spans of time as people type them: `20ms..2s`, or one span for both.
struct TimeRange: Hashable, Sendable {
  /// No time.
  static let zero = TimeRange(bounds: .zero ... .zero)

  /// The shortest and the longest span.
  let bounds: ClosedRange<Duration>
}

extension TimeRange: ExpressibleByArgument {
  /// Nil where the text is neither a span of time nor two of them in order.
  init?(argument: String) {
    let parts = argument.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let spans = parts.compactMap { TimeSpan(argument: $0)?.duration }
    guard spans.count == parts.count, let first = spans.first, let last = spans.last, first <= last else { return nil }
    bounds = first...last
  }

  /// The range as it is shown in help texts.
  var defaultValueDescription: String { bounds == .zero ... .zero ? "0" : "\(bounds.lowerBound)..\(bounds.upperBound)" }
}
