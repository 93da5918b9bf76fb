import Foundation

/// A program that is run to its end, with what it took.
package struct Child {
  /// The file of the program, and its arguments.
  package var path: String
  package var arguments: [String]

  package init(path: String, arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }

  /// What a program took and how it ended.
  package struct Outcome {
    /// The exit code; -1 where a signal ended it.
    package var status: Int32
    /// Seconds by the clock.
    package var seconds: Double
    /// Seconds of processor time, those of its children included.
    package var processorSeconds: Double
    /// The most memory that it or one of its children held at a time, in bytes.
    package var peakBytes: Int
  }

  /// The program could not be started.
  package struct Failure: Error {
    var path: String
    var code: Int32
  }

  /// Runs the program; what it prints goes into files, or nowhere.
  package func run(output: String = "/dev/null", errors: String = "/dev/null") throws -> Outcome {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o644)
    var pointers = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child = pid_t()
    let clock = ContinuousClock()
    let start = clock.now
    let failure = posix_spawnp(&child, path, &actions, nil, &pointers, environ)
    guard failure == 0 else { throw Failure(path: path, code: failure) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let elapsed = (clock.now - start).components
    // Linux counts kilobytes, Darwin bytes.
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    return Outcome(
      status: status & 0x7f == 0 ? (status >> 8) & 0xff : -1,
      seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18,
      processorSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
      peakBytes: Int(usage.ru_maxrss) * unit
    )
  }

  /// A time of the operating system in seconds.
  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
