import SchemaIR

/// The Swift name of everything that one API declares; made by `AssignNames`.
package struct NameTable: Sendable {
  package internal(set) var namespace: SwiftName
  /// Whether the types stand in the namespace, and not at the top of the module.
  let hasNamespace: Bool
  /// Simple names, by the declarations' indices.
  package internal(set) var declarations: [SwiftName]
  /// Names of the properties of a structure or the cases of an enumeration or a union, by the declarations' indices.
  package internal(set) var members: [[SwiftName]]
  /// Names of the operations, of which those of types and of what the server sends are made, by the operations' indices.
  package internal(set) var operations: [SwiftName]
  /// Names of the client's methods, shorter than the operations' in groups, by the operations' indices.
  package internal(set) var methods: [SwiftName] = []
  /// Names of the methods that do what the plain ones do in another way, by the operations' indices.
  package internal(set) var siblings: [MethodForm: [Int: SwiftName]] = [:]
  /// Names of the types of bodies that may be in several media types, by the operations' indices.
  package internal(set) var bodies: [Int: SwiftName] = [:]
  /// Names of the types of what comes back where several successes differ, by the operations' indices.
  package internal(set) var results: [Int: SwiftName] = [:]
  /// The same for what comes back event by event.
  package internal(set) var streamResults: [Int: SwiftName] = [:]
  /// Groups of the client's methods.
  package internal(set) var groups: [ClientGroup] = []
  /// Names of the methods' parameters, by the operations' indices.
  package internal(set) var parameters: [[SwiftName]]
  /// The declaration that each one is nested in, without aliases, which can hold nothing.
  let parents: [DeclID?]
  /// The declarations nested in each one, in order.
  let children: [[DeclID]]
  /// The declarations at the top of the namespace, in order.
  let roots: [DeclID]

  package subscript(_ id: DeclID) -> SwiftName { declarations[id.index] }

  /// The declaration's name with every type that it is nested in, the namespace first.
  package func path(of id: DeclID) -> [SwiftName] {
    (hasNamespace ? [namespace] : []) + chain(of: id).reversed().map { self[$0] }
  }

  /// The name of an operation's method that does this; nil where there is none.
  func method(_ operation: Int, as form: MethodForm) -> SwiftName? {
    form == .plain ? methods[operation] : siblings[form]?[operation]
  }

  /// The name of what stands at the top of the namespace, with the namespace where that is not seen.
  func topLevel(_ name: SwiftName, isQualified: Bool) -> String {
    (isQualified && hasNamespace ? namespace.declaration + "." : "") + name.declaration
  }

  /// How many levels a declaration's text is indented.
  func depth(of id: DeclID) -> Int { chain(of: id).count + topDepth - 1 }

  /// How many levels what stands directly in the namespace is indented.
  var topDepth: Int { hasNamespace ? 1 : 0 }

  /// The name by which other modules and the namespace itself know a declaration.
  package func qualified(_ id: DeclID) -> String { path(of: id).map(\.declaration).joined(separator: ".") }

  /// The declaration and those around it, from the inside out.
  func chain(of id: DeclID) -> [DeclID] {
    var chain = [id]
    while let parent = parents[chain[chain.count - 1].index] { chain.append(parent) }
    return chain
  }

  /// The shortest name that means `target` in the body of `context`, which is nil at the top of the namespace.
  func reference(to target: DeclID, from context: DeclID?) -> String {
    let scopes = context.map(chain(of:)) ?? []
    let path = chain(of: target)
    for (index, step) in path.enumerated() {
      let name = self[step]
      let isVisible: Bool
      if let parent = parents[step.index] {
        guard let position = scopes.firstIndex(of: parent) else { continue }
        isVisible = !scopes[..<position].contains { declares(name, in: $0) }
      } else {
        isVisible = !scopes.contains { declares(name, in: $0) }
      }
      guard isVisible else { continue }
      return path[...index].reversed().map { self[$0].declaration }.joined(separator: ".")
    }
    return qualified(target)
  }

  /// Whether a type of this name is nested in a declaration.
  private func declares(_ name: SwiftName, in scope: DeclID) -> Bool {
    children[scope.index].contains { self[$0] == name }
  }
}
