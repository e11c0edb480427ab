public import Diagnostics
public import Exports
public import Tables

/// Reads the answers of a survey file piece by piece, each question from its column.
///
/// ``decode(_:)`` depends on its piece alone, so pieces can be read side by side; ``finish(_:resolve:)`` puts them together,
/// and its result does not depend on how the file was cut.
public struct PieceDecoder: Sendable {
  private let codebook: Codebook
  private let settings: IngestSettings
  private let words: FindingWords
  private let headingLine: Int
  private let blocks: [[Int]]
  private let notes: [Finding]
  private let joined: [JoinedDecoder]
  private let blanks: [[Int]]
  private let routes: [Route]
  /// The marks of the numbers that were found out, with the reason; `nil` when the codebook tells them all.
  public let numberStyle: (style: NumberStyle, reason: String)?

  /// Binds the questions of a codebook to the columns of a file.
  ///
  /// - Parameters:
  ///   - codebook: What is known of the questions.
  ///   - settings: How the file is read.
  ///   - layout: The columns of the file.
  ///   - file: The file as the user named it.
  ///   - headingLine: The line of the heading, for messages about columns.
  ///   - head: The first records of the file below its heading, from which the marks of numbers are found out.
  /// - Throws: ``Diagnostics/Failure`` with status `badData` and all columns that are missing or unknown.
  public init(
    codebook: Codebook, settings: IngestSettings = IngestSettings(), layout: ExportLayout, file: String,
    headingLine: Int = 1, head: RawRecords = []
  ) throws(Failure) {
    let match = try ColumnMatch(layout, codebook: codebook, file: file, line: headingLine)
    self.codebook = codebook
    self.settings = settings
    self.headingLine = headingLine
    blocks = codebook.closedBlocks
    let found = NumberStyles(codebook, positions: match.positions, head: head, file: file)
    numberStyle = found.told
    let decoders = codebook.questions.enumerated().map {
      QuestionDecoder($1, number: $0, position: match.positions[$0], style: found.styles[$0])
    }
    joined = codebook.groups.compactMap { group in
      match.groupPositions[group.name].map { JoinedDecoder(group, of: codebook, position: $0) }
    }
    blanks = codebook.groups.filter { $0.blank == .notSelected }.map { group in
      codebook.questions.indices.filter { codebook.questions[$0].group == group.name }
    }
    routes = codebook.questions.indices.compactMap { Route(question: $0, of: codebook, decoders: decoders) }
    notes = match.findings + found.notes
    words = FindingWords(file: file, width: layout.columns.count, decoders: decoders, joined: joined)
  }

  /// Reads a piece.
  ///
  /// - Parameter piece: The records of a piece, heading left out.
  /// - Returns: Their answers, and what was noticed.
  /// - Complexity: O(bytes).
  public func decode(_ piece: RawRecords) -> DecodedPiece {
    DecodedPiece(piece, words: words, blocks: blocks, routes: routes, blanks: blanks)
  }

  /// Puts the pieces of a file together.
  ///
  /// - Parameters:
  ///   - pieces: All pieces, in the order of the file.
  ///   - resolve: Finds the unit that is meant by a text on a day; asked once for each distinct text, and day when
  ///     the rule for reorganisations says that the day of the answer decides; else there is no day.
  /// - Returns: The wave with respondents in ascending order, the ledger in the order of the file.
  /// - Throws: ``Diagnostics/Failure`` with status `badData`: no records, more quarantined records than the limit allows,
  ///   nobody left, a check that is an error; with all findings, of which the first thousand are made.
  /// - Complexity: O(records · questions), and *r* log *r* when *r* respondents do not come in order.
  public func finish(
    _ pieces: consuming [DecodedPiece],
    resolve: (String, CalendarDate?) -> UnitResolution = { typed, _ in .verbatim(typed) }
  ) throws(Failure) -> DecodedSurvey {
    if pieces.allSatisfy({ $0.count == 0 }) {
      throw Failure(
        .badData, rule: "header-only", at: Place(file: words.file, line: headingLine),
        message: "the file holds a header and no records", mend: "export the survey again, with its answers")
    }
    var reading = SurveyReading(pieces, codebook: codebook, words: words)
    reading.exclude(settings.exclude)
    reading.markCareless(settings.excludeCareless)
    reading.refuseDuplicates()
    reading.runChecks(fieldwork: settings.fieldwork)
    reading.resolveUnits(settings, resolve)
    reading.refusePartial(codebook.leastAnswered)
    let findings = reading.findings(notes: notes)
    let ledger = try Ledger(reading.ledger, records: reading.count)
    let refusal = reading.hasErrors ? nil : refusal(ledger, records: reading.count)
    if reading.hasErrors || refusal != nil { throw findings.failure(refusal) }
    let quarantine = Quarantine(entries: reading.quarantine, words: words)
    let (unitNames, names) = (reading.unitNames, reading.names)
    return DecodedSurvey(
      wave: reading.takeWave(), ledger: ledger, quarantine: quarantine, findings: findings, unitNames: unitNames,
      names: names)
  }

  private func refusal(_ ledger: Ledger, records: Int) -> Finding? {
    let quarantined = ledger.count(.quarantined)
    if Double(quarantined) > settings.quarantineLimit * Double(records) {
      return Finding(
        .error, rule: "too-many-quarantined", at: Place(file: words.file),
        message: "\(quarantined) of \(records) records are broken, which is more than the limit of "
          + "\(plainText(settings.quarantineLimit * 100)) %",
        mend: "correct the file, or raise 'quarantine_limit' under 'ingest' in the pipeline file")
    }
    if ledger.count(.used) == 0 {
      return Finding(
        .error, rule: "nobody-used", at: Place(file: words.file),
        message: "none of the \(records) records can be used",
        mend: "look at the findings above; the codebook or the register may belong to another survey")
    }
    return nil
  }
}
