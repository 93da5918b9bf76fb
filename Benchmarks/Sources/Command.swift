import Foundation

/// A program that is run and waited for, without the delay with which `Process` notices the end.
struct Command {
  let path: String
  let arguments: [String]

  /// The program could not be run, or ended with an error.
  struct Failure: Error {
    var path: String
    var status: Int32
  }

  /// Runs the program to its end, with nothing shown.
  func run() throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var pointers = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child = pid_t()
    let failure = posix_spawn(&child, path, &actions, nil, &pointers, nil)
    guard failure == 0 else { throw Failure(path: path, status: failure) }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    guard status == 0 else { throw Failure(path: path, status: status) }
  }
}
