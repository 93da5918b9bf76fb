/// What the words after a phrase say of a value.
enum ProseRole: Hashable {
  /// The allowed values: in quotes alone where the phrase is common in running text.
  case list(quoted: Bool)
  /// The value that holds where none is given.
  case standard
  /// The end of a sentence that begins with the default: "1.0 is the default".
  case standardEnd
  /// Two bounds: "between 1 and 2".
  case between
  /// Two bounds, perhaps in brackets: "取值范围 [1, 2]".
  case range
  /// The end of two bounds that stand before it: "1 到 2 之间".
  case rangeEnd
  /// One bound, whose unit says whether it is that of a number or of a length.
  case bound(String)
  /// How long a text is.
  case length(String)
  /// The two bounds of a text's length.
  case lengthRange
}

/// The phrases that are read in descriptions, found by their first bytes.
///
/// A new phrase is a new line here and one in the tables of the tests.
struct ProsePhrases: Sendable {
  /// A phrase in lower case and what follows it.
  struct Phrase: Sendable {
    var bytes: [UInt8]
    var role: ProseRole
  }

  /// All phrases.
  static let shared = ProsePhrases()

  /// The phrases that begin with the same byte, longer ones before their own beginnings.
  private(set) var buckets: [[Phrase]] = [[]]
  /// The bucket of each first byte; zero where no phrase begins so.
  private(set) var bucketIndices = [UInt8](repeating: 0, count: 256)

  private init() {
    var groups: [UInt8: [Phrase]] = [:]
    for (role, texts) in Self.table {
      for text in texts {
        let bytes = Array(text.utf8)
        groups[bytes[0], default: []].append(Phrase(bytes: bytes, role: role))
      }
    }
    for (byte, phrases) in groups.sorted(by: { $0.key < $1.key }) {
      bucketIndices[Int(byte)] = UInt8(buckets.count)
      if byte.isLowerLetter { bucketIndices[Int(byte - 0x20)] = UInt8(buckets.count) }
      buckets.append(phrases.sorted { $0.bytes.count > $1.bytes.count })
    }
  }

  /// The phrases by what they mean.
  private static let table: [(ProseRole, [String])] = [
    (
      .list(quoted: false),
      [
        "格式必须是", "必须是", "必须为", "可选值为", "可选值包括", "可选值有", "可选值", "可选:", "可选：", "可选为", "可用值为", "可用值",
        "有效值为", "有效值", "取值为", "取值", "支持的语音有", "支持的格式有", "支持的值有", "支持的值包括",
        "支持的值为", "支持的模型有", "支持的尺寸有", "枚举值为", "枚举值", "有以下几种", "其中之一",
        "one of the following values", "one of the following", "one of", "allowed values are", "allowed values",
        "possible values are", "possible values", "supported values are", "supported values", "supported formats are",
        "valid values are", "valid values", "supported voices are",
      ]
    ),
    (.list(quoted: true), ["can be", "either", "must be"]),
    (
      .standard,
      [
        "默认值为", "默认值是", "默认值", "默认为", "默认是", "默认使用", "默认", "缺省值为", "缺省值", "缺省为",
        "defaults to", "default value is", "default value of", "default value", "default is", "default",
      ]
    ),
    (.standardEnd, ["是默认值", "为默认值", "is the default value", "is the default"]),
    (.between, ["介于", "between", "in the range of", "in the range", "in range", "ranges from", "ranging from"]),
    (.range, ["取值范围为", "取值范围是", "取值范围在", "取值范围", "有效范围为", "有效范围", "范围为", "范围是", "范围", "range of", "range"]),
    (.rangeEnd, ["之间"]),
    (
      .bound("minimum"),
      [
        "最小值为", "最小值是", "最小值", "最小为", "不小于", "不低于", "不少于", "至少为", "至少", "大于等于", "大于或等于", "minimum value is",
        "minimum value of", "minimum value", "minimum is", "minimum of", "minimum", "min value", "min:", "at least",
        "no less than",
        "greater than or equal to",
      ]
    ),
    (
      .bound("maximum"),
      [
        "最大值为", "最大值是", "最大值", "最大为", "不大于", "不超过", "不能超过", "不得超过", "不可超过", "最多为", "最多", "小于等于", "小于或等于",
        "最长", "maximum value is", "maximum value of", "maximum value", "maximum is", "maximum of", "maximum",
        "max value", "max:",
        "at most", "up to", "no more than", "not exceed", "limited to", "less than or equal to",
      ]
    ),
    (.bound("exclusiveMinimum"), ["大于", "greater than"]),
    (.bound("exclusiveMaximum"), ["小于", "less than"]),
    (.length("minLength"), ["最小长度为", "最小长度是", "最小长度", "最短长度", "长度不少于", "长度至少", "minimum length", "min length"]),
    (
      .length("maxLength"),
      [
        "最大长度为", "最大长度是", "最大长度", "最长长度", "长度不超过", "长度不能超过", "长度不得超过", "长度最大为", "长度最长为", "长度最多为",
        "长度最多", "长度限制为", "长度上限为", "maximum length", "max length",
      ]
    ),
    (.lengthRange, ["长度必须在", "长度必须为", "长度应为", "长度范围", "长度在", "长度为", "长度", "length between", "length from"]),
  ]
}
