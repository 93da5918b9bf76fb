import Testing

@testable import SchemaLower

/// What descriptions say of values, in both languages, and what only looks like it.
@Suite struct ProseReaderTests {
  @Test(arguments: [
    ("模型用于响应支持的语音有alloy, ash, ballad,或者 shimmer。", ["alloy", "ash", "ballad", "shimmer"]),
    ("指定输出音频格式必须是wav, mp3, flac, opus, 或者 pcm16。", ["wav", "mp3", "flac", "opus", "pcm16"]),
    ("支持的语音有:alloy、echo、fable、onyx、nova 和 shimmer。", ["alloy", "echo", "fable", "onyx", "nova", "shimmer"]),
    ("图片格式\n可选：png 、 jpeg 、 webp", ["png", "jpeg", "webp"]),
    ("可选值为 `low`、`high` 或 `auto`", ["low", "high", "auto"]),
    ("取值：url / b64_json", ["url", "b64_json"]),
    ("角色 system | user", ["system", "user"]),
    ("One of `low`, `medium`, or `high`.", ["low", "medium", "high"]),
    ("The format. Must be \"url\" or \"b64_json\".", ["url", "b64_json"]),
    ("Allowed values: a1, b2", ["a1", "b2"]),
    ("Possible values are draft, open and closed.", ["draft", "open", "closed"]),
    ("Either 'asc' or 'desc'", ["asc", "desc"]),
    ("Supported formats are mp3, opus, aac.", ["mp3", "opus", "aac"]),
    ("one of: gpt-4o, gpt-3.5-turbo.", ["gpt-4o", "gpt-3.5-turbo"]),
  ])
  func `lists of values are read`(text: String, values: [String]) {
    #expect(ProseReader(text).listedValues() == values)
  }

  @Test(arguments: [
    "要使用的模型 ID。",
    "One of the supported voices.",
    "Must be between 1 and 10.",
    "必须是 1 和 10 之间的数字",
    "The model must be used with care, and tools.",
    "one of the most important settings",
    "Either side may change it.",
    "格式必须是有效的 JSON",
    "a | in a sentence, then | another one here",
    "支持文本输入,语音回复",
    "取值范围 0 到 1",
    "",
  ])
  func `running text is no list`(text: String) {
    #expect(ProseReader(text).listedValues() == [])
  }

  @Test(arguments: [
    ("较高的值(如 0.8)将使输出更加随机", "0.8"),
    ("所以 0.1 意味着只考虑前 10%", "0.1"),
    ("-2.0 和 2.0 之间的数字", "2.0"),
    ("A value between 0.25 and 4.0.", "0.25"),
    ("默认为1.5。", "1.5"),
  ])
  func `fractions are read`(text: String, number: String) {
    #expect(ProseReader(text).fractionalNumber() == number)
  }

  @Test(arguments: [
    "for gpt-3.5 and gpt-4.1-mini", "since v1.2", "version 2.0 of the API", "see section 1.2.3", "at most 10.",
    "OpenAPI 3.1", "127.0.0.1", "none",
  ])
  func `versions and names are no fractions`(text: String) {
    #expect(ProseReader(text).fractionalNumber() == nil)
  }
}
