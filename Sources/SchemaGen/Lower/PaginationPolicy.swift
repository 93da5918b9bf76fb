/// Whether pages are recognised that the configuration says nothing of.
package enum PaginationPolicy: String, Hashable, Sendable, CaseIterable {
  case recognised, off
}
