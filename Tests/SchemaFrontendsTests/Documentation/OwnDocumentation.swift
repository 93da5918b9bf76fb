/// Documentation as strangers hold it: written by people, exported by tools, copied from browsers.
enum OwnDocumentation {
  /// All pages.
  static let all = [showdoc, wiki, yuque, notion, taskPage, lists, swaggerUI, postman, printed, yapi]
}
