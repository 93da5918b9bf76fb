/// One word of a shell command with its quotes resolved.
struct ShellWord {
  /// The text that the command sees.
  var text: String
  /// The bytes of the file that the word takes, quotes included.
  var start: Int
  /// The byte offset behind the word.
  var end: Int
  /// Where the text stands in the file byte for byte; nil where quotes or escapes change it.
  var verbatim: Range<Int>?
  /// Whether the page ended before the closing quote.
  var isTruncated = false
}
