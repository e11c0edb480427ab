import Settings
import Strategies

/// A catalogue as JSON; the keys stay as they are.
struct CatalogueDocument: Encodable {
  struct Test: Encodable {
    var source: String
    var atLeast: Double?
    var atMost: Double?

    private enum CodingKeys: String, CodingKey {
      case source
      case atLeast = "at_least"
      case atMost = "at_most"
    }

    init(_ condition: Strategies.Condition) {
      source = condition.source
      atLeast = condition.atLeast
      atMost = condition.atMost
    }
  }

  struct Precondition: Encodable {
    var step: Int
    var id: String?
    var text: LocalText
    var after: [Int]
    var test: Test?
  }

  struct Answer: Encodable {
    var consequence: String
    var level: String
    var relief: [Double]
  }

  struct Example: Encodable {
    var text: LocalText
    var source: LocalText
  }

  struct Wish: Encodable {
    var criterion: String
    var shape: String
    var importance: Double
    var anchors: [[Double]]
  }

  struct Veto: Encodable {
    var when: Test
    var because: LocalText
  }

  struct Strategy: Encodable {
    var id: String
    var baseline: Bool
    var name: LocalText
    var aim: LocalText
    var fits: LocalText
    var asks: [String: String]
    var preconditions: [Precondition]
    var answers: [Answer]
    var firstSteps: [LocalText]
    var risks: [LocalText]
    var example: Example?
    var wants: [Wish]
    var never: [Veto]

    private enum CodingKeys: String, CodingKey {
      case id, baseline, name, aim, fits, asks, preconditions, answers
      case firstSteps = "first_steps"
      case risks, example, wants, never
    }
  }

  struct Shape: Encodable {
    var name: String
    var anchors: [[Double]]
  }

  struct Criterion: Encodable {
    var id: String
    var name: LocalText
    var question: LocalText
    var why: LocalText
    var unit: LocalText
    var points: Double
    var share: Double
    var groupShare: Double?
    var source: String
    var kind: String?
    var measuredBy: String?
    var inFields: String
    var shapes: [Shape]

    private enum CodingKeys: String, CodingKey {
      case id, name, question, why, unit, points, share, source, kind
      case groupShare = "group_share"
      case measuredBy = "measured_by"
      case inFields = "in_fields"
      case shapes
    }
  }

  struct Amount: Encodable {
    var criterion: String
    var amount: Double
  }

  struct Field: Encodable {
    var id: String
    var name: LocalText
    var why: LocalText
    var margin: Double
    var judged: [Amount]
    var shift: [Amount]
  }

  struct Consequence: Encodable {
    var id: String
    var name: LocalText
    var about: LocalText
    var source: String
    var none: Double
    var full: Double
  }

  struct Weight: Encodable {
    var criterion: String
    var weight: Double
  }

  struct Person: Encodable {
    var person: String
    var method: String
    var consistencyRatio: Double?
    var weights: [Weight]

    private enum CodingKeys: String, CodingKey {
      case person, method
      case consistencyRatio = "consistency_ratio"
      case weights
    }
  }

  var file: String
  var strategies: [Strategy]
  var pointsTotal: Double?
  var baseline: String?
  var criteria: [Criterion]?
  var fields: [Field]?
  var consequences: [Consequence]?
  var persons: [Person]?

  private enum CodingKeys: String, CodingKey {
    case file, strategies
    case pointsTotal = "points_total"
    case baseline, criteria, fields, consequences, persons
  }
}
