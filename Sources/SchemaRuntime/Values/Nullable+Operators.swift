/// The value, or another one where the property is absent or `null`: `delta.content ?? ""`.
public func ?? <Wrapped>(
  nullable: Nullable<Wrapped>?,
  fallback: @autoclosure () throws -> Wrapped
) rethrows -> Wrapped {
  try nullable?.value ?? fallback()
}
