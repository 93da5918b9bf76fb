/// What both sides send.
enum Texts {
  static let token = "sk-0123456789abcdef0123456789abcdef"
  static let system = "You answer questions about cities. Be brief, be right, and say so where you do not know."
  static let question = "What is the capital of France, where does it lie, and how many people live there?"
}
