/// Reads a pattern into steps, by recursive descent.
struct PatternParser {
  /// Steps whose jumps are relative, so that they can be put anywhere.
  struct Piece {
    var steps: [PatternStep] = []
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  init(_ text: String) {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "^" { scalars.removeFirst() }
    if scalars.last == "$", scalars.dropLast().last != "\\" { scalars.removeLast() }
    self.scalars = scalars
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private func mistake(_ reason: String) -> Pattern.Mistake { Pattern.Mistake(reason: reason) }

  mutating func whole() throws(Pattern.Mistake) -> Piece {
    let piece = try alternatives()
    if next != nil { throw mistake("a ')' closes what was not opened") }
    return piece
  }

  private mutating func alternatives() throws(Pattern.Mistake) -> Piece {
    var piece = try sequence()
    while take("|") {
      let other = try sequence()
      let first = piece.steps
      piece.steps = [.either(1, first.count + 2)] + first
      piece.steps.append(.either(other.steps.count + 1, other.steps.count + 1))
      piece.steps += other.steps
      try check(piece.steps.count)
    }
    return piece
  }

  private mutating func sequence() throws(Pattern.Mistake) -> Piece {
    var piece = Piece()
    while let scalar = next, scalar != "|", scalar != ")" {
      let atom = try atom()
      piece.steps += try repeated(atom).steps
      try check(piece.steps.count)
    }
    return piece
  }

  private func check(_ count: Int) throws(Pattern.Mistake) {
    if count > Pattern.mostSteps { throw mistake("it has more than \(Pattern.mostSteps) steps once written out") }
  }

  // MARK: - Repetition

  private mutating func repeated(_ atom: Piece) throws(Pattern.Mistake) -> Piece {
    guard let scalar = next else { return atom }
    var piece: Piece
    switch scalar {
    case "*": piece = try copies(of: atom, from: 0, to: nil)
    case "+": piece = try copies(of: atom, from: 1, to: nil)
    case "?": piece = try copies(of: atom, from: 0, to: 1)
    case "{":
      position += 1
      let low = try count()
      var high: Int? = low
      if take(",") { high = next == "}" ? nil : try count() }
      guard next == "}" else { throw mistake("a '{' is not closed by '}'") }
      if let high, high < low { throw mistake("'{\(low),\(high)}' runs backwards") }
      piece = try copies(of: atom, from: low, to: high)
    default: return atom
    }
    position += 1
    if let more = next, ["*", "+", "?", "{"].contains(more) {
      throw mistake("'\(more)' follows another repetition")
    }
    return piece
  }

  private mutating func count() throws(Pattern.Mistake) -> Int {
    var digits = ""
    while let scalar = next, ("0"..."9").contains(scalar), digits.count < 6 {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard let number = Int(digits) else { throw mistake("a '{' is not followed by a number") }
    return number
  }

  private func copies(of atom: Piece, from low: Int, to high: Int?) throws(Pattern.Mistake) -> Piece {
    let size = atom.steps.count
    try check((size + 1) * max(low, high ?? low + 1))
    var piece = Piece()
    for _ in 0..<low { piece.steps += atom.steps }
    guard let high else {
      // Again and again: into the atom or past it, and back.
      piece.steps.append(.either(1, size + 2))
      piece.steps += atom.steps
      piece.steps.append(.either(-size - 1, -size - 1))
      return piece
    }
    for left in stride(from: high - low, to: 0, by: -1) {
      piece.steps.append(.either(1, left * (size + 1)))
      piece.steps += atom.steps
    }
    return piece
  }

  // MARK: - Characters

  private mutating func atom() throws(Pattern.Mistake) -> Piece {
    guard let scalar = next else { throw mistake("it ends where a character should stand") }
    position += 1
    switch scalar {
    case "(":
      depth += 1
      if depth > 50 { throw mistake("its groups are nested more than 50 deep") }
      if take("?"), !take(":") { throw mistake("'(?' is no part of this syntax") }
      let inner = try alternatives()
      guard take(")") else { throw mistake("a '(' is not closed by ')'") }
      depth -= 1
      return inner
    case "[": return Piece(steps: [.one(try set())])
    case ".": return Piece(steps: [.one(ScalarSet(parts: [Self.single("\n"), Self.single("\r")], isOpposite: true))])
    case "\\": return Piece(steps: [.one(ScalarSet(parts: [try escape()]))])
    case "*", "+", "?", "{": throw mistake("'\(scalar)' has nothing in front of it to repeat")
    default: return Piece(steps: [.one(ScalarSet(parts: [Self.single(scalar)]))])
    }
  }

  private static func single(_ scalar: Unicode.Scalar) -> ScalarSet.Part { .range(scalar.value, scalar.value) }

  private mutating func escape() throws(Pattern.Mistake) -> ScalarSet.Part {
    guard let scalar = next else { throw mistake("it ends with a '\\'") }
    position += 1
    switch scalar {
    case "d": return .digit
    case "D": return .not([.digit])
    case "s": return .space
    case "S": return .not([.space])
    case "w": return .word
    case "W": return .not([.word])
    case "t": return Self.single("\t")
    case "n": return Self.single("\n")
    case "r": return Self.single("\r")
    case "p": return .category(try categoryName())
    case "P": return .not([.category(try categoryName())])
    default:
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        throw mistake("'\\\(scalar)' is no part of this syntax")
      }
      return Self.single(scalar)
    }
  }

  private mutating func categoryName() throws(Pattern.Mistake) -> String {
    guard take("{") else { throw mistake("'\\p' is not followed by '{'") }
    var name = ""
    while let scalar = next, scalar != "}" {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard take("}"), (1...2).contains(name.count), let first = name.first, "LMNPSZC".contains(first) else {
      throw mistake("'\\p{\(name)}' names no group of characters; write '\\p{L}' or '\\p{Lu}'")
    }
    return name
  }

  private mutating func set() throws(Pattern.Mistake) -> ScalarSet {
    var set = ScalarSet(parts: [], isOpposite: take("^"))
    while let scalar = next, scalar != "]" || set.parts.isEmpty {
      position += 1
      let low = scalar == "\\" ? try escape() : Self.single(scalar)
      guard case .range(let from, _) = low, next == "-", position + 1 < scalars.count, scalars[position + 1] != "]"
      else {
        set.parts.append(low)
        continue
      }
      position += 1
      guard let end = next else { break }
      position += 1
      let high = end == "\\" ? try escape() : Self.single(end)
      guard case .range(let to, _) = high, from <= to else {
        throw mistake("a range between '[' and ']' runs backwards")
      }
      set.parts.append(.range(from, to))
    }
    guard take("]") else { throw mistake("a '[' is not closed by ']'") }
    return set
  }
}
