import SchemaDescription

extension TypeSpelling {
  /// The words for types, in lower case, by the type that they stand for.
  private static let spellings: [(kind: FieldType.Kind, words: [String])] = [
    (
      .scalar(.string, format: nil),
      [
        "string", "strings", "str", "text", "char", "varchar", "nvarchar", "longtext", "字符串", "字符", "字符型", "字符串型", "文本",
        "base64",
        "password",
      ]
    ),
    (.scalar(.string, format: "date-time"), ["datetime", "date-time", "日期时间"]),
    (.scalar(.string, format: "date"), ["date", "日期"]),
    (.scalar(.string, format: "uuid"), ["uuid", "guid"]),
    (.scalar(.string, format: "uri"), ["url", "uri", "链接"]),
    (.scalar(.string, format: "email"), ["email", "邮箱"]),
    (
      .scalar(.integer, format: nil),
      [
        "integer", "integers", "int", "int8", "int16", "int32", "int64", "long", "short", "bigint", "uint", "uint8",
        "uint16",
        "uint32", "uint64", "tinyint", "i32", "i64", "u32", "u64", "整数", "整型", "整形", "整数型", "长整型", "长整数", "长整形",
      ]
    ),
    (
      .scalar(.number, format: nil),
      [
        "number", "numbers", "float", "floats", "double", "decimal", "float32", "float64", "numeric", "real",
        "bigdecimal", "数字",
        "数值", "浮点", "浮点数", "浮点型", "小数", "双精度", "双精度浮点数", "数字型", "数值型",
      ]
    ),
    (.scalar(.boolean, format: nil), ["boolean", "booleans", "bool", "布尔", "布尔值", "布尔型", "布尔类型"]),
    (.scalar(.null, format: nil), ["null", "nil", "none", "空值"]),
    (.scalar(.file, format: nil), ["file", "files", "binary", "blob", "bytes", "文件", "二进制", "文件流"]),
    (
      .object(count: nil),
      [
        "object", "objects", "obj", "struct", "json", "jsonobject", "json object", "map", "dict", "dictionary", "hash",
        "hashmap",
        "record", "对象", "结构体", "字典", "json对象", "对象类型",
      ]
    ),
    (.array(nil), ["array", "arrays", "list", "jsonarray", "json array", "数组", "列表", "集合", "arr"]),
    (.enumeration(nil), ["enum", "枚举", "枚举值", "枚举类型", "string enum", "字符串枚举"]),
    (.any, ["any", "mixed", "unknown", "variant", "任意", "任意类型", "任意值", "不限"]),
  ]

  /// The same by words.
  private static let words: [String: FieldType.Kind] = Dictionary(
    spellings.flatMap { kind, words in words.map { ($0, kind) } },
    uniquingKeysWith: { first, _ in first }
  )

  /// The type that a word in lower case is, nil where it is none.
  static func word(_ word: String) -> FieldType.Kind? {
    words[word] ?? (word.hasSuffix("类型") ? words[String(word.dropLast(2))] : nil)
  }
}
