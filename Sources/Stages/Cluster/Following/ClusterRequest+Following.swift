import Artefacts
import CSVFiles
import Clustering
import Diagnostics
import Files
import Normalisation
import Tables

extension ClusterRequest {
  /// The records of the earlier wave, and of all waves before it that are compared.
  var earlierRecords: [String] {
    guard let earlier else { return [] }
    let own = EarlierTypology.records(of: earlier)
    return own + (history?.records ?? []).filter { !own.contains($0) }
  }

  /// The digests of the inputs, those of earlier waves by their names.
  var namedDigests: [RunRecord.FileDigest] {
    get throws(Failure) {
      var digests = try inputDigests
      let records = earlierRecords
      for (index, record) in zip(digests.indices.suffix(records.count), records) {
        digests[index].name = lastName(of: Files.folder(of: Files.folder(of: record))) + "/" + digests[index].name
      }
      return digests
    }
  }

  /// Follows the earlier wave, and the run before.
  ///
  /// - Parameters:
  ///   - found: The types that were found.
  ///   - folder: The folder that normalise left; `nil` when the features stand alone.
  ///   - drift: The share of features that drifted; `nil` when it was not measured.
  /// - Returns: The types that count, and what was noticed on the way.
  /// - Throws: ``Diagnostics/Failure`` when somebody asked for an earlier wave that cannot be followed, or when the published
  ///   types must stay and the units lack their features.
  func followed(
    _ found: Typology, _ folder: ArtefactFolder?, drift: Double? = nil
  ) async throws(Failure) -> (types: FollowedTypology, findings: [Finding]) {
    var findings: [Finding] = []
    let earlier = try earlierTypology(simulated: found.features.simulated, &findings)
    var assigned: Typology?
    if let earlier {
      let missing = try missingFeatures(of: earlier, found, folder)
      if missing.isEmpty {
        assigned = await Typology(
          assigning: try features(of: earlier, folder), to: earlier.saved, settings, seed: seed)
      } else {
        let finding = otherFeatures(missing, earlier)
        if settings.waves.refit == .never { throw Failure(.badData, [finding]) }
        findings.append(finding)
      }
    }
    let types = await FollowedTypology(
      found, after: earlier, assigned: assigned, kept: keptLetters(&findings), settings, drift: drift)
    return (types, findings + types.findings)
  }

  /// Opens the earlier wave; one that nobody asked for and that cannot be followed is warned of.
  private func earlierTypology(simulated: Bool, _ findings: inout [Finding]) throws(Failure) -> EarlierTypology? {
    guard let earlier else { return nil }
    do throws(Failure) {
      let typology = try EarlierTypology(earlier)
      if typology.cluster.run.simulated && !simulated {
        throw Failure(
          .badData, rule: "simulated-earlier", at: Place(file: typology.cluster.path), value: typology.name,
          message: "the answers of the wave '\(typology.name)' are simulated, and those of this wave are not",
          mend: "follow a wave of real answers")
      }
      return typology
    } catch {
      if isEarlierAsked { throw error }
      findings += error.findings.map { finding in
        var warning = finding
        warning.level = .warning
        warning.message = "the types of '\(lastName(of: earlier.base))' are not followed: \(finding.message)"
        return warning
      }
      return nil
    }
  }

  private func keptLetters(_ findings: inout [Finding]) -> KeptLetters? {
    guard let kept, pathExists(joinPath(kept, "run.json")) else { return nil }
    do throws(Failure) {
      return try KeptLetters(kept)
    } catch {
      findings.append(
        Finding(
          .note, rule: "letters-not-kept", at: Place(file: kept),
          message: "the letters of that run are not kept: \(error.findings[0].message)",
          mend: "compare the types with those that were published before you publish these"))
      return nil
    }
  }

  // MARK: - Features of the published types

  /// The features of the published types that the units lack.
  private func missingFeatures(
    of earlier: EarlierTypology, _ found: Typology, _ folder: ArtefactFolder?
  ) throws(Failure) -> [String] {
    var known = Set(found.features.features)
    if let folder {
      known.formUnion(try folder.json("features.json", as: FittedTransform.self).features.map(\.name))
    }
    return earlier.saved.model.features.filter { !known.contains($0) }
  }

  /// The units with the features of the published types, in the scale of these.
  private func features(of earlier: EarlierTypology, _ folder: ArtefactFolder?) throws(Failure) -> FeatureTable {
    let names = earlier.saved.model.features
    guard let folder else { return try FeatureTable(CSVReader.read(path: features), id: id, .model(names)) }
    let table = try FeatureTable(normalised: folder, model: names)
    guard let scale = earlier.scale else { return table }
    return table.rescaled(from: try folder.json("features.json", as: FittedTransform.self), to: scale)
  }

  private func otherFeatures(_ missing: [String], _ earlier: EarlierTypology) -> Finding {
    let isStrict = settings.waves.refit == .never
    return Finding(
      isStrict ? .error : .warning, rule: "other-features", at: Place(file: earlier.saved.path),
      value: missing.joined(separator: " "),
      message: "the units cannot be assigned to the types of the wave '\(earlier.name)', which rest on "
        + "\(missing.map { "'\($0)'" }.joined(separator: ", ")): this wave has no such feature"
        + (isStrict ? "" : ", so that no gate is looked at, and types are followed by the units in both waves alone"),
      mend: isStrict
        ? "declare the feature again, or start a new typology with 'waves: {refit: gate}'"
        : "declare the feature again, or look at correspondence.csv before you publish")
  }
}
