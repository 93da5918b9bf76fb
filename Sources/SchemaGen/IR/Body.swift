/// What a request carries.
package struct Body: Sendable {
  package var presence: Presence
  /// What the request may carry instead of each other, the usual first; never empty.
  package var contents: [Content]
  package var documentation: String?

  package init(presence: Presence, contents: [Content], documentation: String? = nil) {
    precondition(!contents.isEmpty, "a body is in some media type")
    self.presence = presence
    self.contents = contents
    self.documentation = documentation
  }

  /// What the request usually carries.
  package var content: Content { contents[0] }
}
