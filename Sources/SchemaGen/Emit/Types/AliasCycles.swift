import SchemaIR

/// Makes every declaration of an API one that Swift can express.
enum AliasCycles {
  /// The API with aliases that lead back to themselves, and unions of nothing, as any JSON.
  static func broken(in api: API) -> API {
    var api = api
    for index in api.declarations.indices {
      if case .union(let union) = api.declarations[index].kind, union.variants.isEmpty {
        api.declarations[index].kind = .alias(.scalar(.json))
      }
    }
    // Marks of a depth-first walk along aliases: 1 while an alias is open, 2 when everything behind it is done.
    var marks = [UInt8](repeating: 0, count: api.declarations.count)
    for index in api.declarations.indices where marks[index] == 0 {
      var stack = [index]
      while let next = stack.last {
        guard marks[next] == 0, case .alias(let type) = api.declarations[next].kind else {
          marks[next] = 2
          stack.removeLast()
          continue
        }
        marks[next] = 1
        guard let target = target(type) else { continue }
        if marks[target] == 1 {
          api.declarations[next].kind = .alias(.scalar(.json))
        } else if marks[target] == 0 {
          stack.append(target)
        }
      }
    }
    return api
  }

  /// The one declaration that a type names.
  private static func target(_ type: TypeRef) -> Int? {
    switch type {
    case .declared(let id): id.index
    case .array(let inner), .dictionary(let inner), .nullable(let inner), .boxed(let inner): target(inner)
    case .scalar, .external, .unstated: nil
    }
  }
}
