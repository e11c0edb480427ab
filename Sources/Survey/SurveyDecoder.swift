public import Diagnostics
public import Tables

/// A survey file once it is read: the wave, and what became of everything else.
public struct DecodedSurvey: Sendable {
  /// The answers of the used respondents.
  public var wave: Wave
  /// What became of every record.
  public var ledger: Ledger
  /// The broken records.
  public var quarantine: [QuarantinedRecord]
  /// All that was found, by line; none is an error.
  public var findings: [Finding]
  /// The names of the units of the wave, by code.
  public var unitNames: [String: String]
}

/// Reads the answers of a survey file by its codebook.
///
/// Every record gets one outcome. A cell that cannot be read is no answer, with a warning; a record is quarantined when it
/// has too few or too many fields, or when an answer that the codebook requires is not there.
public struct SurveyDecoder {
  let codebook: Codebook
  let settings: IngestSettings
  let resolve: (String) -> UnitResolution

  /// Creates a decoder.
  ///
  /// - Parameters:
  ///   - codebook: What is known of the columns.
  ///   - settings: How the file is read.
  ///   - resolve: Finds the unit that is meant by a text; asked once for each distinct text.
  public init(
    codebook: Codebook, settings: IngestSettings = IngestSettings(),
    resolve: @escaping (String) -> UnitResolution = UnitResolution.verbatim
  ) {
    self.codebook = codebook
    self.settings = settings
    self.resolve = resolve
  }

  /// Reads a survey file.
  ///
  /// - Parameter raw: The file as texts.
  /// - Returns: The wave with respondents in ascending order, the ledger in the order of the file.
  /// - Throws: ``Diagnostics/Failure`` with status `badData`: no records, columns that are missing or unknown (all of
  ///   them), more quarantined records than the limit allows, nobody left.
  /// - Complexity: O(records · columns), and *r* log *r* for the order of *r* respondents.
  public func decode(_ raw: RawTable) throws(Failure) -> DecodedSurvey {
    let columns = try ColumnMatch(raw, codebook: codebook)
    if raw.records.isEmpty {
      throw Failure(
        .badData, rule: "header-only", at: Place(file: raw.file, line: raw.headerLine),
        message: "the file holds a header and no records", mend: "export the survey again, with its answers")
    }
    var reading = SurveyReading(raw: raw, codebook: codebook, positions: columns.positions)
    reading.readCells()
    reading.exclude(settings.exclude)
    reading.markCareless(settings.excludeCareless)
    reading.refuseDuplicates()
    reading.runChecks(fieldwork: settings.fieldwork)
    reading.resolveUnits(settings, resolve)
    reading.refusePartial(codebook.leastAnswered)
    return try finish(reading, notes: columns.findings)
  }

  private func finish(_ reading: SurveyReading, notes: [Finding]) throws(Failure) -> DecodedSurvey {
    let raw = reading.raw
    let findings = notes + reading.sortedFindings
    let ledger = try Ledger(reading.entries, records: raw.records.count)
    let quarantined = ledger.count(.quarantined)
    if Double(quarantined) > settings.quarantineLimit * Double(raw.records.count) {
      throw Failure(
        .badData,
        findings + [
          Finding(
            .error, rule: "too-many-quarantined", at: Place(file: raw.file),
            message: "\(quarantined) of \(raw.records.count) records are broken, which is more than the limit of "
              + "\(plainText(settings.quarantineLimit * 100)) %",
            mend: "correct the file, or raise 'quarantine_limit' under 'ingest' in the pipeline file")
        ])
    }
    if findings.contains(where: { $0.level == .error }) { throw Failure(.badData, findings) }
    if ledger.count(.used) == 0 {
      throw Failure(
        .badData,
        findings + [
          Finding(
            .error, rule: "nobody-used", at: Place(file: raw.file),
            message: "none of the \(raw.records.count) records can be used",
            mend: "look at the findings above; the codebook or the register may belong to another survey")
        ])
    }
    return DecodedSurvey(
      wave: reading.wave, ledger: ledger, quarantine: reading.quarantine, findings: findings,
      unitNames: reading.unitNames)
  }
}
