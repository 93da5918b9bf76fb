/// Every diagnostic that the tool can give, with its stable identifier. `Docs/Diagnostics.md` is made from this list.
package enum DiagnosticID: String, CaseIterable, Sendable {
  // Reading
  case unreadableFile = "unreadable-file"
  case noDocuments = "no-documents"
  case emptyDocument = "empty-document"
  case binaryDocument = "binary-document"
  case invalidUTF8 = "invalid-utf8"
  case unknownFormat = "unknown-format"
  case invalidJSON = "invalid-json"
  case invalidYAML = "invalid-yaml"
  case duplicateKey = "duplicate-key"
  case nestingTooDeep = "nesting-too-deep"
  case aliasBomb = "alias-bomb"
  case truncatedDocument = "truncated-document"
  // Frontends
  case unexpectedValue = "unexpected-value"
  case missingMember = "missing-member"
  case unsupportedFeature = "unsupported-feature"
  case ignoredText = "ignored-text"
  case unreadableExample = "unreadable-example"
  // Lowering
  case unresolvedReference = "unresolved-reference"
  case refusedReference = "refused-reference"
  case circularReference = "circular-reference"
  case duplicateOperation = "duplicate-operation"
  case duplicateSchema = "duplicate-schema"
  case conflictingPages = "conflicting-pages"
  case conflictingSchemas = "conflicting-schemas"
  case widenedType = "widened-type"
  case addedProperty = "added-property"
  case undescribedProperty = "undescribed-property"
  case addedNull = "added-null"
  case optionalProperty = "optional-property"
  case addedEnumValue = "added-enum-value"
  case wrongDirection = "wrong-direction"
  case inferredFromExample = "inferred-from-example"
  case linkedByShape = "linked-by-shape"
  case valuesFromProse = "values-from-prose"
  case typeFromProse = "type-from-prose"
  case defaultFromProse = "default-from-prose"
  case limitsFromProse = "limits-from-prose"
  case loosenedRule = "loosened-rule"
  // Configuration and output
  case invalidConfiguration = "invalid-configuration"
  case unusedSetting = "unused-setting"
  case invalidTemplate = "invalid-template"
  case outputOutsideFolder = "output-outside-folder"
  case foreignOutput = "foreign-output"
  case unwritableFile = "unwritable-file"
  case collidingNames = "colliding-names"
}

extension DiagnosticID {
  /// The severity that the diagnostic has unless its place says otherwise.
  package var severity: Severity { explanation.severity }

  /// What the diagnostic means, in one sentence.
  package var meaning: String { explanation.meaning }

  /// What the reader can do about it, in one sentence.
  package var advice: String { explanation.advice }

  /// The row that the diagnostic has in `Docs/Diagnostics.md`.
  private var explanation: (severity: Severity, meaning: String, advice: String) {
    switch self {
    case .unreadableFile:
      (.error, "The file could not be read.", "Check the path and its permissions.")
    case .noDocuments:
      (.error, "The inputs hold no document; the old output stays.", "Check the paths of the inputs.")
    case .emptyDocument:
      (.error, "The document holds nothing but white space.", "Save the document again, or remove the file.")
    case .binaryDocument:
      (.error, "The file holds NUL bytes and is no text.", "Pass the text form of the document.")
    case .invalidUTF8:
      (.error, "The document is not valid UTF-8.", "Save it as UTF-8.")
    case .unknownFormat:
      (.error, "The content is in no form that the tool reads.", "See the README for the forms that are read.")
    case .invalidJSON:
      (.error, "The JSON text breaks RFC 8259.", "Mend the text at the caret.")
    case .invalidYAML:
      (.error, "The YAML text could not be parsed.", "Mend the text at the caret.")
    case .duplicateKey:
      (.warning, "An object has the same key twice; the last one is used.", "Remove one of the two.")
    case .nestingTooDeep:
      (.error, "Values are nested deeper than the reader follows.", "Flatten the document.")
    case .aliasBomb:
      (.error, "The YAML aliases expand to more nodes than the reader allows.", "Write the repeated parts out.")
    case .truncatedDocument:
      (.warning, "The document ends in the middle of a value; what came before is used.", "Save the page again.")
    case .unexpectedValue:
      (.warning, "A value has another type than its place asks for; it is left out.", "Correct the value.")
    case .missingMember:
      (.note, "Something is missing that the specification requires; nothing is lost by it.", "Add it to the document.")
    case .unsupportedFeature:
      (.warning, "The document uses something that is not carried into the output.", "Write that part by hand.")
    case .ignoredText:
      (.note, "A line of a page was not understood and is left out.", "Leave it, unless the line describes a field.")
    case .unreadableExample:
      (.warning, "An example is no JSON although its media type is.", "Correct the example.")
    case .unresolvedReference:
      (.error, "A reference points at nothing; its type becomes any JSON.", "Correct the reference.")
    case .refusedReference:
      (
        .error, "A reference leads out of the inputs' folders, or to the network without leave; it is not followed.",
        "Pass a folder that holds both documents, or --allow-remote."
      )
    case .circularReference:
      (.error, "References lead in a circle without a type; the type becomes any JSON.", "Break the circle.")
    case .duplicateOperation:
      (.warning, "Two descriptions have the same method and path; they are merged.", "Keep one of them.")
    case .duplicateSchema:
      (.note, "Two documents describe a schema of one name differently; the two are merged.", "Keep one of them.")
    case .conflictingPages:
      (
        .warning, "Two descriptions of one place contradict each other; the type widens until both fit.",
        "Correct either side."
      )
    case .conflictingSchemas:
      (
        .warning, "Schemas that must hold together contradict each other; the type becomes any JSON.",
        "Correct one of them."
      )
    case .widenedType:
      (.warning, "An example contradicts the documented type; the type widens until both fit.", "Correct either side.")
    case .addedProperty:
      (.warning, "An example has a property that the schema does not name; it is added.", "Document the property.")
    case .undescribedProperty:
      (
        .warning, "A name is required that no schema describes; it becomes an optional property.",
        "Describe the property, or take its name from `required`."
      )
    case .addedNull:
      (.warning, "An example holds null where the schema does not allow it; null is allowed.", "Document the null.")
    case .optionalProperty:
      (.warning, "An example lacks a required property; the property becomes optional.", "Correct either side.")
    case .addedEnumValue:
      (.warning, "An example has a value that the enumeration does not list; it is added.", "List the value.")
    case .wrongDirection:
      (
        .warning, "An example has a property in a message that is said not to have it; the property stays.",
        "Correct either side."
      )
    case .inferredFromExample:
      (.note, "The document gives no schema; the type is inferred from the example.", "Document the schema.")
    case .linkedByShape:
      (.note, "An untyped value has the shape of a named model and is given its type.", "Document the type.")
    case .valuesFromProse:
      (.note, "A description lists the values; the type becomes an open enumeration.", "Document the enumeration.")
    case .typeFromProse:
      (.warning, "A description contradicts the documented type; the type widens.", "Correct the documented type.")
    case .defaultFromProse:
      (.note, "A description states the default; it is used as one.", "Document the default.")
    case .limitsFromProse:
      (.note, "A description states bounds or a length; they become rules.", "Document the bounds.")
    case .loosenedRule:
      (.warning, "A rule cannot be used, or an example breaks it; the rule is left out.", "Correct either side.")
    case .invalidConfiguration:
      (.error, "The configuration has an unknown key or a value of the wrong type.", "See the README for the keys.")
    case .unusedSetting:
      (
        .warning, "A setting speaks of something that no document has, and changes nothing.",
        "Correct the name, or remove the setting."
      )
    case .invalidTemplate:
      (.error, "A template could not be parsed or is not known.", "Compare it with the built-in one.")
    case .outputOutsideFolder:
      (.error, "An output path leaves the output folder; nothing is written there.", "Change the name.")
    case .foreignOutput:
      (.error, "A file that the tool did not write is in the way; it is kept.", "Move it, or choose another folder.")
    case .unwritableFile:
      (.error, "A file could not be written.", "Check the permissions and the space on the disk.")
    case .collidingNames:
      (.note, "Two names became the same Swift name; one of them is changed.", "Choose a name in the configuration.")
    }
  }
}
