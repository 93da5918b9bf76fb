import SchemaDescription
import SchemaDocument
import SchemaSource

extension JSONSchemaReader {
  /// Names that documents give to types under other names, lower case, with the format that says the same.
  private static let otherNames: [String: (type: RawType, format: String?)] = [
    "bool": (.boolean, nil), "int": (.integer, nil), "int8": (.integer, "int8"), "int16": (.integer, "int16"),
    "int32": (.integer, "int32"), "int64": (.integer, "int64"), "uint": (.integer, "uint"),
    "uint32": (.integer, "uint32"), "uint64": (.integer, "uint64"), "long": (.integer, "int64"),
    "short": (.integer, "int16"), "bigint": (.integer, "int64"), "float": (.number, "float"),
    "float32": (.number, "float"), "float64": (.number, "double"), "double": (.number, "double"),
    "decimal": (.number, "decimal"), "numeric": (.number, nil), "str": (.string, nil), "text": (.string, nil),
    "char": (.string, nil), "varchar": (.string, nil), "date": (.string, "date"),
    "datetime": (.string, "date-time"), "date-time": (.string, "date-time"), "time": (.string, "time"),
    "uuid": (.string, "uuid"), "guid": (.string, "uuid"), "uri": (.string, "uri"), "url": (.string, "uri"),
    "email": (.string, "email"), "password": (.string, "password"), "byte": (.string, "byte"),
    "base64": (.string, "byte"), "binary": (.string, "binary"), "list": (.array, nil), "set": (.array, nil),
    "tuple": (.array, nil), "map": (.object, nil), "dict": (.object, nil), "dictionary": (.object, nil),
    "hash": (.object, nil), "record": (.object, nil), "struct": (.object, nil), "none": (.null, nil),
    "nil": (.null, nil), "undefined": (.null, nil),
  ]

  /// Makes a union of what Kubernetes writes as a string in the format `int-or-string`, or marks as such.
  func readIntegerOrString(_ members: [Member], into schema: inout RawSchema) {
    let isMarked = members.contains { $0.key == "x-kubernetes-int-or-string" && $0.value.boolean == true }
    guard isMarked && schema.types.isEmpty || schema.format == "int-or-string" && schema.types == [.string] else {
      return
    }
    schema.types = [.integer, .string]
    schema.format = nil
  }

  /// Reads `type`: a name or an array of names (JSON Schema validation, section 6.1.1). A bare `null`, as YAML makes of
  /// an unquoted one, is the type of that name. Of a name that is no type, nothing is known but what examples tell.
  func readTypes(_ member: Member, into schema: inout RawSchema, report: inout Report) {
    var types: [RawType] = []
    for node in member.value.elements ?? [member.value] {
      guard let name = node.isNull ? "null" : node.string else {
        report.addUnexpected(node, "'type'", "the name of a type")
        continue
      }
      var type = RawType(rawValue: name)
      if type == nil {
        let bare = name.lowercased().filter { !$0.isWhitespace }
        let other = RawType(rawValue: bare).map { (type: $0, format: String?.none) } ?? Self.otherNames[bare]
        if let other {
          report.add(.unexpectedValue, "no type '\(name)'; it is read as '\(other.type.rawValue)'", at: node.span)
          if schema.format == nil { schema.format = other.format }
          type = other.type
        } else {
          report.add(.unexpectedValue, "no type '\(name)'; any type is allowed here", at: node.span)
          schema.isTypeLost = true
        }
      }
      if let type, !types.contains(type) { types.append(type) }
    }
    // One name that is no type means that any value may stand here.
    schema.types = schema.isTypeLost ? [] : types
  }
}
