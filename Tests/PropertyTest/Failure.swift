/// What is wrong with a case.
struct Failure {
  /// The stage at which it went wrong.
  enum Stage: String {
    case generation, listing, compilation, roundTrip = "round trip"
  }

  /// The name of the case.
  var name: String
  var stage: Stage
  var message: String
  /// The value that was not carried.
  var value: String?
}
