import Matrices
import RealModule
import Registers

/// The cells of a column, and the value of each unit without noise where there is one.
struct DrawnAnswers {
  var cells: [String]
  var truth: [Double] = []
  /// By how much all answers were moved.
  var moved = 0.0
}

/// Draws the answers to one question at a time.
struct AnswerDraw {
  let plan: SimulationPlan
  let questions: [SimulatedQuestion]
  let units: [SimulatedUnit]
  let people: [Person]
  /// How many of the people, from the first on, decide how far answers move to meet a margin.
  let deciding: Int
  /// The numbers that questions and indices have in streams.
  let numbers: StreamNumbers
  let random: WaveRandomness
  /// By how much the answers to a question moved in the wave before.
  let movedBefore: [String: Double]
  /// The least number of digits in the number of a respondent.
  let digits: Int

  /// The part of a deviation that the items of an index share, as a share of its variance.
  private let shared = 0.5

  /// Returns the answers to the question at a position.
  func answers(to position: Int) -> DrawnAnswers {
    let question = questions[position]
    var drawn: DrawnAnswers
    switch question.kind {
    case .respondent:
      return DrawnAnswers(
        cells: people.map { person in
          let number = String(person.id)
          return "R" + String(repeating: "0", count: max(0, digits - number.count)) + number
        })
    case .submitted: return DrawnAnswers(cells: people.map(\.submitted))
    case .unit: return DrawnAnswers(cells: people.map { units[$0.unit].unit.name })
    case .function(let codes): return DrawnAnswers(cells: groups(codes, plan.functions, \.function, position))
    case .field(let codes): return DrawnAnswers(cells: groups(codes, plan.fields, \.field, position))
    case .scale(let range): drawn = scale(position, range)
    case .option(let yes, let no): drawn = affirmatives(position, yes: yes, no: no)
    case .choice(let codes, let unknown):
      drawn = affirmatives(position, yes: codes.first ?? "", no: codes.dropFirst().first { $0 != unknown } ?? "")
      if let unknown { lose(position, share: plan.noise.unknown, to: unknown, in: &drawn.cells, draw: 1) }
    case .integer: drawn = amounts(position) { String(Int($0.rounded())) }
    case .number(let mark):
      drawn = amounts(position) { value in
        let halves = Int((value * 2).rounded())
        return halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2)\(mark)5"
      }
    case .text: drawn = sentences(position)
    case .duration: return DrawnAnswers(cells: people.map { _ in "" })
    }
    lose(position, share: plan.noise.missing(of: question), to: "", in: &drawn.cells, draw: 2)
    return drawn
  }

  // MARK: - Kinds of questions

  private func groups(
    _ codes: [String], _ groups: [SimulationPlan.Group], _ member: KeyPath<Person, Int?>, _ position: Int
  ) -> [String] {
    people.map { person in
      if let index = person[keyPath: member] { return groups[index].code }
      if codes.isEmpty { return "" }
      var generator = random.stream(Stream.personQuestion, person.number, numbers[questions[position]])
      return codes[generator.index(below: codes.count)]
    }
  }

  private func scale(_ position: Int, _ range: ClosedRange<Int>) -> DrawnAnswers {
    let question = questions[position]
    let icc = plan.noise.icc(of: question.name)
    let middle = Double(range.lowerBound + range.upperBound) / 2
    var levels = units.indices.map { unit in
      middle + plan.noise.contrast * (plan.types[units[unit].type].mean(of: question, in: range) - middle)
        + plan.noise.spread * Double.sqrt(icc) * deviation(of: units[unit], on: question)
    }
    var latent = people.map { person in
      levels[person.unit] + shift(of: person, on: question)
        + plan.noise.spread * Double.sqrt(1 - icc) * deviation(of: person, on: question)
    }
    let moved = move(&latent, &levels, so: question.name, lies: Double(range.upperBound) - 1.5)
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    return DrawnAnswers(
      cells: latent.map { String(Int(min(max(($0 + 0.5).rounded(.down), low), high))) },
      truth: levels.map { min(max($0, low), high) }, moved: moved)
  }

  private func affirmatives(_ position: Int, yes: String, no: String) -> DrawnAnswers {
    let question = questions[position]
    let icc = min(plan.noise.icc(of: question.name), 0.99)
    // On the scale of log odds the noise of respondents is logistic, with variance pi squared over 3.
    let between = Double.pi / Double.sqrt(3) * Double.sqrt(icc / (1 - icc))
    var levels = units.indices.map { unit in
      let share = min(max(plan.types[units[unit].type].shares[question.name] ?? 0.5, 0.005), 0.995)
      return Double.log(share / (1 - share))
        + between * deviation(of: units[unit], on: question)
    }
    var latent = people.map { person in
      let uniform = uniform(of: person, on: question) + 0x1p-54
      return levels[person.unit] + shift(of: person, on: question) + Double.log(uniform / (1 - uniform))
    }
    let moved = move(&latent, &levels, so: question.name, lies: 0)
    return DrawnAnswers(
      cells: latent.map { $0 >= 0 ? yes : no }, truth: levels.map { 1 / (1 + Double.exp(-$0)) }, moved: moved)
  }

  private func amounts(_ position: Int, _ written: (Double) -> String) -> DrawnAnswers {
    let question = questions[position]
    let icc = plan.noise.icc(of: question.name)
    let levels = units.indices.map { unit in
      let median = plan.types[units[unit].type].medians[question.name] ?? 1
      return median * Double.pow(units[unit].relativeSize, plan.amountExponent)
        * Double.exp(0.7 * Double.sqrt(icc) * deviation(of: units[unit], on: question))
    }
    let cells = people.map { person in
      let noise = deviation(of: person, on: question)
      return written(min(levels[person.unit] * Double.exp(0.7 * Double.sqrt(1 - icc) * noise), 1_000_000_000))
    }
    return DrawnAnswers(cells: cells, truth: levels)
  }

  private func sentences(_ position: Int) -> DrawnAnswers {
    DrawnAnswers(
      cells: people.map { person in
        let choices = plan.types[units[person.unit].type].sentences[questions[position].name] ?? []
        if choices.isEmpty { return "" }
        var generator = random.stream(Stream.personQuestion, person.number, numbers[questions[position]])
        return choices[generator.index(below: choices.count)]
      })
  }

  // MARK: - Parts of an answer

  /// The deviation of a unit, the same in every wave.
  private func deviation(of unit: SimulatedUnit, on question: SimulatedQuestion) -> Double {
    deviation(Stream.unitIndex, Stream.unitQuestion, unit.origin, question)
  }

  /// The deviation of a person; of somebody who answered before, partly that of then.
  private func deviation(of person: Person, on question: SimulatedQuestion) -> Double {
    let new = deviation(Stream.personIndex, Stream.personQuestion, Origin(random, person.number), question)
    guard let origin = person.origin, let memory = plan.since?.memory else { return new }
    let old = deviation(Stream.personIndex, Stream.personQuestion, origin, question)
    return memory * old + Double.sqrt(1 - memory * memory) * new
  }

  /// A uniform number of a person; of somebody who answered before, perhaps that of then.
  private func uniform(of person: Person, on question: SimulatedQuestion) -> Double {
    let number = numbers[question]
    var generator = random.stream(Stream.personQuestion, person.number, number)
    let new = generator.uniform()
    guard let origin = person.origin, let memory = plan.since?.memory, generator.uniform() < memory else { return new }
    var old = origin.random.stream(Stream.personQuestion, origin.number, number)
    return old.uniform()
  }

  /// A standard normal deviation, part of which is common to the items of an index.
  private func deviation(_ common: Int, _ own: Int, _ origin: Origin, _ question: SimulatedQuestion) -> Double {
    var generator = origin.random.stream(own, origin.number, numbers[question])
    let alone = generator.normal()
    guard let index = numbers.index(of: question) else { return alone }
    var together = origin.random.stream(common, origin.number, index)
    let sign = question.isReversed ? -1.0 : 1
    return Double.sqrt(shared) * sign * together.normal() + Double.sqrt(1 - shared) * alone
  }

  private func shift(of person: Person, on question: SimulatedQuestion) -> Double {
    var sum = 0.0
    for group in [person.function.map { plan.functions[$0] }, person.field.map { plan.fields[$0] }] {
      guard let group else { continue }
      if let own = group.shifts[question.name] {
        sum += own
      } else if let index = question.index, let shared = group.shifts[index] {
        sum += question.isReversed ? -shared : shared
      }
    }
    return sum
  }

  /// Moves all answers by one amount, so that the margin of a question, if there is one, lies at or above a cut.
  ///
  /// Without a margin they move by as much as in the wave before. Returns the amount.
  private func move(_ latent: inout [Double], _ levels: inout [Double], so question: String, lies cut: Double) -> Double
  {
    var amount = movedBefore[question] ?? 0
    if let margin = plan.margins.first(where: { $0.question == question }), deciding > 0 {
      let wanted = Int((margin.percent / 100 * Double(deciding)).rounded())
      let sorted = latent.prefix(deciding).sorted(by: >)
      let border: Double
      switch wanted {
      case 0: border = sorted[0] + 1
      case deciding: border = sorted[deciding - 1] - 1
      default: border = (sorted[wanted - 1] + sorted[wanted]) / 2
      }
      amount = cut - border
    }
    if amount == 0 { return 0 }
    for index in latent.indices { latent[index] += amount }
    for index in levels.indices { levels[index] += amount }
    return amount
  }

  /// Replaces a share of the cells; a question with a margin keeps all its answers.
  private func lose(_ position: Int, share: Double, to text: String, in cells: inout [String], draw: Int) {
    let name = questions[position].name
    if share <= 0 || plan.margins.contains(where: { $0.question == name }) { return }
    for (index, person) in people.enumerated() {
      var generator = random.stream(Stream.personQuestion, person.number, numbers[questions[position]], draw)
      if generator.uniform() < share { cells[index] = text }
    }
  }
}
