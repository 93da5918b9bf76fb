import SchemaDescription
import SchemaDocument
import SchemaSource

/// Makes bodies of a page's sections, samples and commands.
struct PageBodies {
  /// The page's file.
  let file: SourceFile

  /// The request body, nil where the page shows none.
  func requestBody(of contents: PageContents, method: String, report: inout Report) -> BodyDescription? {
    let all = contents.curls.filter { $0.data != nil || $0.isMultipart }
    let samples = contents.requestSamples
    guard !contents.bodies.isEmpty || !all.isEmpty || (!samples.isEmpty && method != "GET"),
      let span = contents.bodies.first?.span ?? samples.first?.node.span ?? all.first?.span
    else { return nil }
    let sections: [PageContents.Section?] = contents.bodies.isEmpty ? [nil] : contents.bodies
    var known: Set<String> = []
    var bodies: [MediaTypeDescription] = []
    for section in sections {
      let stated = section?.mediaType ?? (sections.count == 1 ? all.lazy.compactMap(\.mediaType).first : nil)
      let mediaType = stated ?? "application/json"
      guard known.insert(mediaType).inserted else {
        report.add(
          .duplicateKey,
          "the body in \(mediaType) is there twice, the first one is used",
          at: section?.span ?? span
        )
        continue
      }
      // Of several bodies a command sends the one whose media type it names.
      let sent =
        sections.count == 1
        ? all : all.filter { $0.mediaType == mediaType || $0.isMultipart && mediaType == "multipart/form-data" }
      let isMain = sections.count == 1 || MediaTypeName.isJSON(mediaType)
      bodies.append(
        body(section, mediaType, sent: sent, samples: isMain ? samples : [], at: section?.span ?? span, report: &report)
      )
    }
    let isRequired = contents.isBodyRequired ?? !["GET", "HEAD", "DELETE"].contains(method)
    let prose = PageProse.join(contents.bodies.flatMap(\.prose))
    return BodyDescription(isRequired: isRequired, description: prose, contents: bodies, span: span)
  }

  /// The body in one media type.
  private func body(
    _ section: PageContents.Section?,
    _ mediaType: String,
    sent: [CurlCommand],
    samples: [PageContents.Example],
    at span: SourceSpan,
    report: inout Report
  ) -> MediaTypeDescription {
    let isForm = MediaTypeName.isForm(mediaType)
    var examples = section?.examples ?? []
    if examples.isEmpty { examples = samples }
    if !isForm { examples += sent.compactMap { curl in curl.json.map { example(of: curl, $0) } } }
    let usable = self.usable(examples, hasFields: section.map { !$0.fields.isEmpty || !$0.rows.isEmpty } ?? false)
    var content = MediaTypeDescription(mediaType: mediaType, examples: usable, span: span)
    content.schema = section.flatMap { schema(of: $0, examples: examples, report: &report) }
    if isForm {
      for example in section?.examples ?? [] {
        report.add(.ignoredText, "the example of a form as a whole is left out", at: example.node.span)
      }
      content.examples = []
      content.schema = formSchema(content.schema, fields: sent.flatMap(\.fields), at: span)
    } else if usable.isEmpty, content.schema == nil, let data = sent.first?.data, !MediaTypeName.isJSON(mediaType) {
      content.examples = [RawExample(Node(.string(data.text), at: file.span(data.start, data.end)))]
    }
    return content
  }

  /// The responses; examples that stand apart go to the first success that has none.
  func responses(of contents: PageContents, report: inout Report) -> [ResponseDescription] {
    var responses = contents.responses
    if !contents.responseSamples.isEmpty {
      let success = responses.firstIndex { isSuccess($0.status) && $0.section.examples.isEmpty }
      if let success {
        responses[success].section.examples += contents.responseSamples
      } else if let first = contents.responseSamples.first, !responses.contains(where: { isSuccess($0.status) }) {
        var section = PageContents.Section(span: first.node.span)
        section.examples = contents.responseSamples
        responses.insert(PageContents.Response(status: .code(200), section: section), at: 0)
      } else if let known = responses.firstIndex(where: { isSuccess($0.status) }) {
        responses[known].section.examples += contents.responseSamples
      }
    }
    return responses.map { response in
      let sections = [response.section, response.stream].compactMap { $0 }
      return ResponseDescription(
        status: response.status,
        description: response.name,
        contents: sections.compactMap { content(of: $0, report: &report) },
        span: response.section.span
      )
    }
  }

  /// What comes back in the media type of a section; nil where the page shows nothing of it.
  private func content(of section: PageContents.Section, report: inout Report) -> MediaTypeDescription? {
    let schema = self.schema(of: section, examples: section.examples, report: &report)
    let examples = usable(section.examples, hasFields: !section.fields.isEmpty || !section.rows.isEmpty)
    guard section.mediaType != nil || schema != nil || !examples.isEmpty else { return nil }
    let mediaType = section.mediaType ?? "application/json"
    return MediaTypeDescription(mediaType: mediaType, schema: schema, examples: examples, span: section.span)
  }

  /// The schema of a section's fields, nil where the page gives none at all.
  private func schema(
    of section: PageContents.Section,
    examples: [PageContents.Example],
    report: inout Report
  ) -> RawSchema? {
    if !section.rows.isEmpty { return tableSchema(of: section, examples: examples, report: &report) }
    guard !section.fields.isEmpty || section.root != nil else { return nil }
    let trees = FieldNesting.tree(section.fields, examples: examples.map(\.node))
    return FieldSchema(file: file).schema(root: section.root, trees: trees, at: section.span, report: &report)
  }

  /// The schema of a section's table: by its dotted names, and where there are none by the keys of the example beside it.
  private func tableSchema(
    of section: PageContents.Section,
    examples: [PageContents.Example],
    report: inout Report
  ) -> RawSchema {
    if section.rows.contains(where: { $0.path.contains { ".[".contains($0) } || $0.path != $0.field.name.text }) {
      return ModelSchema(file: file).schema(of: section.rows, at: section.span, report: &report)
    }
    let trees = FieldNesting.tree(section.rows.map(\.field), examples: examples.map(\.node))
    return FieldSchema(file: file).schema(root: section.root, trees: trees, at: section.span, report: &report)
  }

  /// The examples without those that say the same as an earlier one, and without cut ones where others tell more.
  private func usable(_ examples: [PageContents.Example], hasFields: Bool) -> [RawExample] {
    var kept: [PageContents.Example] = []
    for example in examples {
      if example.isTruncated, hasFields || examples.contains(where: { !$0.isTruncated }) { continue }
      if !kept.contains(where: { $0.node.isSameValue(as: example.node) }) { kept.append(example) }
    }
    return kept.map { RawExample(name: $0.name, $0.node) }
  }

  /// The body of a command as an example.
  private func example(of curl: CurlCommand, _ node: Node) -> PageContents.Example {
    PageContents.Example(node: node, isTruncated: curl.isTruncated)
  }

  /// The schema of a form: the listed fields and those that only the command shows.
  private func formSchema(_ listed: RawSchema?, fields: [CurlCommand.Field], at span: SourceSpan) -> RawSchema? {
    guard listed != nil || !fields.isEmpty else { return nil }
    var schema = listed ?? RawSchema(at: span)
    if listed == nil { schema.types = [.object] }
    for field in fields where !schema.properties.contains(where: { $0.key == field.name }) {
      var property = RawSchema(at: field.span)
      property.types = [field.isFile ? .file : .string]
      if !field.isFile, !field.value.isEmpty, !field.value.contains("{{") {
        property.examples = [RawExample(Node(.string(field.value), at: field.span))]
      }
      schema.properties.append(RawProperty(key: field.name, keySpan: field.span, schema: property))
    }
    return schema
  }

  /// Whether a status stands for success.
  private func isSuccess(_ status: ResponseStatus) -> Bool {
    switch status {
    case .code(let code): (200..<300).contains(code)
    case .range(let digit): digit == 2
    case .default: false
    }
  }
}
