import SchemaDocument
import SchemaSource

extension Report {
  /// Notes what a value of a page has that JSON has not: each comment, the first ellipsis, the first odd mark.
  mutating func add(_ liberties: JSONLiberties, in file: SourceFile) {
    for comment in liberties.comments {
      add(
        .ignoredText,
        "this comment is no part of the JSON and left out",
        at: file.span(comment.lowerBound, comment.upperBound)
      )
    }
    if let ellipsis = liberties.ellipses.first {
      let message = "an ellipsis stands for more of this JSON; what is written out is used"
      add(.ignoredText, message, at: file.span(ellipsis.lowerBound, ellipsis.upperBound))
    }
    if let mark = liberties.punctuation.first {
      let message = "the punctuation here is not that of JSON; the value is read as if it were"
      add(.ignoredText, message, at: file.span(mark.lowerBound, mark.upperBound))
    }
  }
}
