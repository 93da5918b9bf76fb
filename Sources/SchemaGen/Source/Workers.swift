import Foundation

/// Runs independent work on all processors.
///
/// Every piece runs on a thread with a stack of its own size: documents may be nested, and the small stacks of a
/// shared pool would make the depth that can be read depend on who calls.
package enum Workers {
  /// The stack of a thread, in bytes; memory is taken only as far as it is used.
  private static let stackSize = 64 << 20

  /// The results of `transform` for each element, in the order of the elements.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    if elements.isEmpty { return [] }
    let work = Work(elements, transform)
    let count = min(elements.count, max(1, ProcessInfo.processInfo.activeProcessorCount))
    let done = DispatchSemaphore(value: 0)
    for _ in 0..<count {
      let thread = Thread {
        work.run()
        done.signal()
      }
      thread.stackSize = stackSize
      thread.start()
    }
    for _ in 0..<count { done.wait() }
    return work.finished()
  }

  /// A list that threads take elements from. `@unchecked`: the lock guards everything that changes.
  private final class Work<Element: Sendable, Result: Sendable>: @unchecked Sendable {
    private let elements: [Element]
    private let transform: @Sendable (Element) -> Result
    private let lock = NSLock()
    private var next = 0
    private var results: [Result?]

    init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result) {
      self.elements = elements
      self.transform = transform
      results = Array(repeating: nil, count: elements.count)
    }

    /// Takes elements until none is left.
    func run() {
      while let index = take() {
        let result = transform(elements[index])
        lock.withLock { results[index] = result }
      }
    }

    /// The index of an element that nobody works on.
    private func take() -> Int? {
      lock.withLock {
        guard next < elements.count else { return nil }
        defer { next += 1 }
        return next
      }
    }

    /// All results, once every thread is done.
    func finished() -> [Result] { lock.withLock { results.compactMap { $0 } } }
  }
}

/// The result of work that runs beside the caller's, on a thread of its own.
package final class Pending<Result: Sendable>: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  /// Written before the semaphore is signalled and read after.
  private var result: Result?

  /// Starts the work.
  package init(_ work: @escaping @Sendable () -> Result) {
    Thread.detachNewThread { [self] in
      result = work()
      done.signal()
    }
  }

  /// Waits for the end of the work; may be called again.
  package func value() -> Result {
    done.wait()
    defer { done.signal() }
    guard let result else { preconditionFailure("the work has ended") }
    return result
  }
}
