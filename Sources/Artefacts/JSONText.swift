public import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON as this program writes it: keys sorted, indented by two spaces, numbers in their shortest form, a last line break.
public enum JSONText {
  /// Returns a value as JSON.
  ///
  /// - Parameters:
  ///   - value: The value; an object at the top.
  ///   - simulated: Whether to add `"simulated": true` to the object.
  /// - Returns: The text as UTF-8.
  public static func encode(_ value: some Encodable, simulated: Bool = false) -> [UInt8] {
    encode(value, simulated: simulated, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]) + [10]
  }

  /// Returns a value as JSON on one line, without a line break at its end.
  public static func compact(_ value: some Encodable, simulated: Bool = false) -> [UInt8] {
    encode(value, simulated: simulated, [.sortedKeys, .withoutEscapingSlashes])
  }

  private static func encode(
    _ value: some Encodable, simulated: Bool, _ form: JSONEncoder.OutputFormatting
  ) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = form
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "INF", negativeInfinity: "-INF", nan: "NaN")
    do {
      let data = simulated ? try encoder.encode(Marked(value: value)) : try encoder.encode(value)
      return Array(data)
    } catch {
      preconditionFailure("a value of this program cannot be written as JSON: \(error)")
    }
  }

  /// Returns a value as JSON on one line, with a line break behind it: a line of a log.
  public static func line(_ value: some Encodable) -> String {
    String(decoding: compact(value), as: UTF8.self) + "\n"
  }

  /// Reads a value from JSON.
  ///
  /// - Parameters:
  ///   - type: The type of the value.
  ///   - bytes: The text as UTF-8.
  ///   - file: What messages call it.
  /// - Returns: The value.
  /// - Throws: ``Diagnostics/Failure`` with status 65 when the JSON is broken or of another shape.
  public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8], file: String) throws(Failure)
    -> Value
  {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "INF", negativeInfinity: "-INF", nan: "NaN")
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw Failure(
        .badData, rule: "wrong-json", at: Place(file: file), message: explanation(error),
        mend: "make the file anew with the stage that wrote it")
    } catch {
      throw Failure(
        .badData, rule: "wrong-json", at: Place(file: file), message: "the file is not JSON",
        mend: "make the file anew with the stage that wrote it")
    }
  }

  private static func explanation(_ error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      return keys.isEmpty ? "the file" : "'" + keys.joined(separator: ".") + "'"
    }
    switch error {
    case .keyNotFound(let key, let context): return "\(path(context)) lacks '\(key.stringValue)'"
    case .typeMismatch(_, let context): return "\(path(context)) holds another type of value than expected"
    case .valueNotFound(_, let context): return "\(path(context)) holds nothing"
    case .dataCorrupted: return "the file is not JSON"
    @unknown default: return "the file is not JSON"
    }
  }
}

/// A value with the mark of simulated data beside its own keys.
private struct Marked<Value: Encodable>: Encodable {
  let value: Value

  enum Key: String, CodingKey { case simulated }

  func encode(to encoder: any Encoder) throws {
    try value.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(true, forKey: .simulated)
  }
}
