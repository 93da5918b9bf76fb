import SchemaSource

/// The members of all objects that are being read, innermost on top.
struct MemberStack: ~Copyable {
  /// The members of all open objects.
  private var members = MoveStack<Member>()
  /// The hashes of the keys of `members`.
  private var hashes = MoveStack<UInt64>()
  /// The keys that closed objects have twice.
  private(set) var duplicates: [DuplicateKey] = []

  /// How many members there are.
  var count: Int { members.count }

  /// Adds a key whose value comes later; equal keys must have equal hashes.
  mutating func push(key: String, at span: SourceSpan, hash: UInt64) {
    members.push(Member(key: key, keySpan: span, value: Node(.null, at: span)))
    hashes.push(hash)
  }

  /// Gives the last key its value.
  mutating func setLast(_ value: consuming Node) { members[members.count - 1].value = value }

  /// Removes the last key, which has no value.
  mutating func drop() {
    members.drop()
    hashes.drop()
  }

  /// Takes the members of the innermost object and notes the keys that it has twice.
  mutating func pop(from base: Int) -> [Member] {
    if members.count - base > 1 { findDuplicates(from: base) }
    hashes.shrink(to: base)
    return members.pop(from: base)
  }

  /// A hash of the bytes of a key.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var result: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { result = (result ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return result
  }

  /// Notes the keys that stand twice from `base` on.
  private mutating func findDuplicates(from base: Int) {
    if members.count - base <= 16 {
      for later in base + 1..<members.count {
        let hash = hashes[later]
        for earlier in base..<later where hashes[earlier] == hash {
          if noteDuplicate(earlier, later) { break }
        }
      }
      return
    }
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(members.count - base)
    for index in base..<members.count {
      if let earlier = first.updateValue(index, forKey: hashes[index]) { _ = noteDuplicate(earlier, index) }
    }
  }

  /// Notes two members where their keys are the same bytes; false where they are not.
  private mutating func noteDuplicate(_ earlier: Int, _ later: Int) -> Bool {
    let key = members[later].key
    guard members[earlier].key.utf8.elementsEqual(key.utf8) else { return false }
    duplicates.append(DuplicateKey(key: key, first: members[earlier].keySpan, second: members[later].keySpan))
    return true
  }
}
