import SchemaEmit
import SchemaSource

/// The names of operations as a part of the configuration, ready to be changed and pasted.
package enum NameList {
  /// The block for `schemagen.yaml`; empty where there is nothing to name. Nothing changes by pasting it alone.
  ///
  /// - Parameter isWhole: Whether operations that the document names are listed as well.
  package static func yaml(of names: [(api: String, names: [EmittedName])], isWhole: Bool) -> String {
    var lines: [String] = []
    for (api, names) in names {
      let listed = names.filter { isWhole || $0.isUnnamed }
      guard !listed.isEmpty else { continue }
      lines += ["  \(scalar(api)):", "    naming:", "      operations:", "        names:"]
      for name in listed {
        lines.append("          # \(comment(name.label))")
        if let key = name.key {
          lines.append("          \(DiagnosticRenderer.quoted(key)): \(name.method)")
          for (word, method) in name.siblings {
            lines.append("          \(DiagnosticRenderer.quoted("\(key).\(word)")): \(method)")
          }
        } else {
          lines.append("          # \(name.method): give it an operationId, or a title of its own")
        }
      }
    }
    guard !lines.isEmpty else { return "" }
    let head = [
      "# What operations are called for which the document has no name in Latin letters. Change the names on the right and put",
      "# this into \(Configuration.fileNames[0]): they hold from then on, whatever pages are added or get another title.",
      "apis:",
    ]
    return (head + lines).joined(separator: "\n") + "\n"
  }

  /// A key of YAML: plain where that is the same text.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    // A few words stand for truth values or null.
    let isWord = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    return isPlain && !isWord && !text.isEmpty && !text.hasPrefix("-") ? text : DiagnosticRenderer.quoted(text)
  }

  /// A text on one line of a comment: what ends lines or turns the direction of writing becomes a space.
  private static func comment(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(200).map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: " "
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
