import SchemaIR
import SchemaSource

/// Gives every raw name of one scope a Swift name of its own.
///
/// Who keeps a contested name depends on the raw names alone, never on their order: the one that converts most directly.
/// The others spell their symbols out (`a-b` → `aDashB`), or their case where nothing else tells them apart (`ASC` beside
/// `asc` → `ascUppercased`), and where that does not help they end in a hash of the raw name.
struct NameScope {
  /// One raw name that wants a Swift name.
  struct Request {
    /// The spelling of the document.
    var raw: String
    /// What diagnostics call the thing; nil for the spelling of the document.
    var title: String?
    /// The first choice.
    var plain: String
    /// The second choice, where the first is taken; made only then.
    var spelled: () -> String
    /// Lower ranks win before spelling is looked at.
    var rank: Int

    /// How old the thing is that asks, where nothing in its name says who keeps it.
    var seniority = Seniority(nil)

    /// Where the configuration chooses the first choice; such a name wins over all others.
    private(set) var chosenAt: Located<String>?

    init(_ raw: String, role: NameRole, style: NameStyle = .standard, rank: Int = 0) {
      self.init(raw, plain: role.plain(raw, style), spelled: { role.spelled(raw, style) }, rank: rank)
    }

    /// The same request for a name that the configuration chooses.
    func choosing(_ name: Located<String>) -> Request {
      var request = self
      // What would have been the name is what it gets where the chosen one cannot be had.
      let plain = plain
      request.plain = name.value
      request.spelled = { plain }
      request.rank = -1
      request.chosenAt = name
      return request
    }

    init(_ raw: String, plain: String, spelled: @escaping () -> String, rank: Int = 0) {
      self.raw = raw
      self.plain = plain
      self.spelled = spelled
      self.rank = rank
    }

    /// How far the Swift name is from the raw one.
    private var distance: Int {
      if raw == plain { return 0 }
      let isPlain = raw.unicodeScalars.allSatisfy { IdentifierScalars.isKept($0) || $0 == "_" }
      return isPlain ? 1 : 2
    }

    /// Whether this one keeps a name that both want.
    func precedes(_ other: Request) -> Bool {
      // What is known to be older keeps its name whatever a title that comes later says; only ids and choices count more.
      if 1...2 ~= rank, 1...2 ~= other.rank, seniority != other.seniority { return seniority < other.seniority }
      if rank != other.rank { return rank < other.rank }
      if distance != other.distance { return distance < other.distance }
      if seniority != other.seniority { return seniority < other.seniority }
      if raw.utf8.count != other.raw.utf8.count { return raw.utf8.count < other.raw.utf8.count }
      return raw.utf8.lexicographicallyPrecedes(other.raw.utf8)
    }
  }

  /// One name that had to give way.
  struct Collision {
    var loser: Int
    /// The one that keeps the name; nil where the scope reserves it.
    var winner: Int?
  }

  /// Names that are taken before anyone asks.
  var reserved: Set<String> = []
  /// Whether names that differ in case alone collide, as files do on some systems.
  var ignoresCase = false

  /// The names in the order of the requests, and which requests had to give way.
  func names(for requests: [Request]) -> (names: [String], collisions: [Collision]) {
    var groups: [String: [Int]] = [:]
    for (index, request) in requests.enumerated() { groups[folded(request.plain), default: []].append(index) }
    var taken = Set(reserved.map(folded))
    var names = requests.map(\.plain)
    var collisions: [Collision] = []
    for (name, members) in groups where members.count > 1 || taken.contains(name) {
      var winner: Int?
      if !taken.contains(name) {
        winner = members.min { requests[$0].precedes(requests[$1]) || !requests[$1].precedes(requests[$0]) && $0 < $1 }
      }
      for member in members where member != winner { collisions.append(Collision(loser: member, winner: winner)) }
    }
    taken.formUnion(groups.keys)
    collisions.sort {
      let (left, right) = (requests[$0.loser], requests[$1.loser])
      return left.precedes(right) || !right.precedes(left) && $0.loser < $1.loser
    }
    var wanted: [String: Int] = [:]
    let spellings = collisions.map { requests[$0.loser].spelled() }
    for spelling in spellings { wanted[folded(spelling), default: 0] += 1 }
    var casings: [Int: String] = [:]
    for collision in collisions {
      guard let winner = collision.winner else { continue }
      casings[collision.loser] = cased(requests[collision.loser], beside: requests[winner])
    }
    let wantedCasings = casings.values.reduce(into: [:]) { $0[folded($1), default: 0] += 1 }
    for (collision, spelling) in zip(collisions, spellings) {
      let request = requests[collision.loser]
      let isOldest = request.seniority != Seniority(nil)
      if !taken.contains(folded(spelling)), wanted[folded(spelling)] == 1 || isOldest {
        names[collision.loser] = spelling
      } else if let cased = casings[collision.loser], !taken.contains(folded(cased)), wantedCasings[folded(cased)] == 1
      {
        names[collision.loser] = cased
      } else {
        names[collision.loser] = hashed(request, taken: taken)
      }
      taken.insert(folded(names[collision.loser]))
    }
    return (names, collisions.sorted { $0.loser < $1.loser })
  }

  /// The first choice with a word for the case of the raw name; nil where that is not all in which it differs from the
  /// name that keeps the first choice, or where no word is known for it.
  private func cased(_ request: Request, beside winner: Request) -> String? {
    let raw = request.raw
    let lower = raw.lowercased()
    guard !ignoresCase, raw != winner.raw, lower == winner.raw.lowercased() else { return nil }
    if raw == lower { return request.plain + "Lowercased" }
    if raw == raw.uppercased() { return request.plain + "Uppercased" }
    return raw == request.plain.prefix(1).uppercased() + request.plain.dropFirst() ? request.plain + "Capitalized" : nil
  }

  /// The first choice with a hash of the raw name at its end, counted on where even that is taken.
  private func hashed(_ request: Request, taken: Set<String>) -> String {
    var name = request.plain + StableHash.suffix(request.raw)
    var count = 1
    while taken.contains(folded(name)) {
      count += 1
      name = request.plain + StableHash.suffix("\(request.raw)\u{0}\(count)")
    }
    return name
  }

  /// What a name is compared by.
  private func folded(_ name: String) -> String { ignoresCase ? name.lowercased() : name }
}
