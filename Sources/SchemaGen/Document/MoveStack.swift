/// A stack whose upper part can become an array without copying (and so retaining) its elements.
struct MoveStack<Element>: ~Copyable {
  /// Where the elements are.
  private var base: UnsafeMutablePointer<Element>
  /// For how many elements there is room.
  private var capacity: Int
  /// How many elements there are.
  private(set) var count = 0

  /// Makes an empty stack.
  init(capacity: Int = 64) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// The element at an index below `count`.
  subscript(_ index: Int) -> Element {
    unsafeAddress {
      precondition(index >= 0 && index < count)
      return UnsafePointer(base + index)
    }
    unsafeMutableAddress {
      precondition(index >= 0 && index < count)
      return base + index
    }
  }

  /// Adds an element on top.
  mutating func push(_ element: consuming Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Removes the element on top.
  mutating func drop() {
    precondition(count > 0)
    count -= 1
    (base + count).deinitialize(count: 1)
  }

  /// Removes the elements from an index up.
  mutating func shrink(to index: Int) {
    precondition(index >= 0 && index <= count)
    (base + index).deinitialize(count: count - index)
    count = index
  }

  /// Moves all elements from an index up out of the stack.
  mutating func pop(from index: Int) -> [Element] {
    precondition(index >= 0 && index <= count)
    let amount = count - index
    if amount == 0 { return [] }
    let source = base + index
    count = index
    return [Element](unsafeUninitializedCapacity: amount) { buffer, initialized in
      buffer.baseAddress?.moveInitialize(from: source, count: amount)
      initialized = amount
    }
  }

  /// Doubles the room.
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
