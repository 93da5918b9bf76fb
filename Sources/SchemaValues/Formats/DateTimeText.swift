/// Moments as text and back. A moment is a number of seconds since 1 January 2001, 00:00 UTC, as `Date` counts.
enum DateTimeText {
  /// The number of the seconds furthest from the reference that are spelled: somewhat less than a million years.
  private static let limit = 31_000_000_000_000.0

  /// The moment that a text names; nil where it is no date with a time and an offset.
  static func interval(of text: String) -> Double? {
    var scanner = FormatScanner(text)
    guard let day = scanner.day(), scanner.skip("T", "t", " "), let time = scanner.time(),
      let offset = scanner.offset(),
      scanner.isAtEnd
    else { return nil }
    let seconds = day.daysSinceReference * 86_400 + time.hour * 3600 + time.minute * 60 + time.second - offset
    return Double(seconds) + time.fraction
  }

  /// A moment in UTC, with so many digits of the second's fraction; nil for none, three or six, as many as a moment to
  /// the microsecond needs.
  static func text(of interval: Double, fractionDigits: Int?) -> String {
    let interval = interval.isNaN ? 0 : min(max(interval, -limit), limit)
    var count = fractionDigits.map { min(max($0, 0), 9) } ?? 6
    let scale = (0..<count).reduce(1) { scale, _ in scale * 10 }
    var seconds = interval.rounded(.down)
    var units = Int(((interval - seconds) * Double(scale)).rounded())
    if units == scale { (seconds, units) = (seconds + 1, 0) }
    while fractionDigits == nil, count > 0, units % 1000 == 0 { (count, units) = (count - 3, units / 1000) }
    let (days, rest) = wholeSeconds(seconds)
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { $0.padded(2) }.joined(separator: ":")
    let fraction = count == 0 ? "" : "." + units.padded(count)
    return "\(CivilDay(daysSinceReference: days).text)T\(time)\(fraction)Z"
  }

  /// A number of seconds as days and the seconds of the last day.
  static func wholeSeconds(_ interval: Double) -> (days: Int, rest: Int) {
    let interval = interval.isNaN ? 0 : min(max(interval, -limit), limit)
    let seconds = Int(interval.rounded(.down))
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return (days, seconds - days * 86_400)
  }
}
