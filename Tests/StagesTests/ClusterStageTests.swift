import Artefacts
import CSVFiles
import Diagnostics
import Files
import Foundation
import Normalisation
import PipelineFiles
import Settings
import Tables
import Testing

@testable import Stages

@Suite struct ClusterStageTests {
  /// Six units in two groups.
  let six = """
    town,goal,skills
    F,9,8
    A,1,1
    B,2,1
    C,1,2
    D,8,9
    E,9,9

    """

  func table(_ text: String, id: String? = nil) throws -> FeatureTable {
    try FeatureTable(CSVReader.parse(Array(text.utf8), file: "towns.csv"), id: id)
  }

  func messages(_ text: String, id: String? = nil) -> [String] {
    do {
      _ = try table(text, id: id)
      return []
    } catch let failure as Failure {
      #expect(failure.status == .badData)
      return failure.findings.map(\.rendered)
    } catch {
      return ["another error"]
    }
  }

  func inFolder(_ work: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("koers-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await work(folder.path)
  }

  func request(_ text: String, in folder: String, to most: Int = 3) throws -> ClusterRequest {
    let path = joinPath(folder, "towns.csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    var settings = ClusterSettings()
    settings.to = most
    settings.starts = 10
    settings.smallest = 2
    settings.references = 5
    settings.resamples = 10
    settings.halvings = 10
    settings.refitStarts = 4
    return ClusterRequest(features: path, settings: settings)
  }

  // MARK: - The whole stage

  @Test func `two groups of units become two types`() async throws {
    try await inFolder { folder in
      let output = try await request(six, in: folder).run()
      let types = try #require(output.tables.first { $0.name == "types" })
      #expect(types["unit"]?.texts == ["A", "B", "C", "D", "E", "F"])
      #expect(types["type"]?.texts == ["A", "A", "A", "B", "B", "B"])
      #expect(types["next_type"]?.texts == ["B", "B", "B", "A", "A", "A"])
      #expect(types["certainty"]?.texts == ["1", "0.995", "0.995", "0.995", "1", "0.995"])
      #expect(types["grade"]?.texts == ["A", "A", "A", "A", "A", "A"])
      #expect(types["value_certainty"]?.texts == [nil, nil, nil, nil, nil, nil])
      let evidence = try #require(output.tables.first { $0.name == "evidence" })
      #expect(evidence["k"]?.texts == ["2", "3"])
      #expect(evidence["chosen"]?.texts == ["true", "false"])
      #expect(evidence["smallest"]?.texts == ["3", "1"])
      #expect(
        output.tables.map(\.name) == [
          "types", "evidence", "stability", "optima", "memberships", "cohesion", "lineage", "silhouettes", "gap",
          "co-assignment", "profiles", "typical", "second-opinions", "sensitivity",
        ])
      let silhouettes = try #require(output.tables.first { $0.name == "silhouettes" })
      #expect(silhouettes["k"]?.texts == Array(repeating: "2", count: 6) + Array(repeating: "3", count: 6))
      #expect(silhouettes["type"]?.texts.prefix(6) == ["A", "A", "A", "B", "B", "B"])
      #expect(silhouettes["silhouette"]?.texts.prefix(6) == types["silhouette"]?.texts[...])
      let gap = try #require(output.tables.first { $0.name == "gap" })
      #expect(gap["k"]?.texts == ["1", "2", "3"])
      #expect(gap["gap"]?.texts[1] == evidence["gap"]?.texts[0])
      #expect(output.simulated == false)
    }
  }

  @Test func `the folder that is written reads back`() async throws {
    try await inFolder { folder in
      let output = try await request(six, in: folder).run()
      let target = joinPath(folder, "types")
      try output.write(to: target)
      let read = try ArtefactFolder(target, stage: "cluster")
      #expect(try read.table("types")["type"]?.texts == ["A", "A", "A", "B", "B", "B"])
      let model = try read.json("model.json", as: ClusterModel.self)
      #expect(model.features == ["goal", "skills"])
      #expect(model.types.map(\.type) == ["A", "B"])
      #expect(model.types.map(\.size) == [3, 3])
      #expect(model.choice.types == 2)
      #expect(model.choice.basis == "rule")
      #expect(model.search.starts == 10)
      #expect(model.types[0].centroid.map { ($0 * 1000).rounded() } == [1333, 1333])
    }
  }

  @Test func `the order of the records changes nothing, and neither does a second run`() async throws {
    try await inFolder { folder in
      let lines = six.split(separator: "\n").map(String.init)
      let other = ([lines[0]] + lines.dropFirst().sorted()).joined(separator: "\n") + "\n"
      let first = try await request(six, in: folder).run()
      let again = try await request(six, in: folder).run()
      let sorted = try await request(other, in: folder).run()
      #expect(first.files == again.files)
      #expect(first.tables == sorted.tables)
      #expect(first.documents == sorted.documents)
    }
  }

  @Test func `a decision is kept with its reason, and a type that is too small is a warning`() async throws {
    try await inFolder { folder in
      var request = try request(six, in: folder)
      request.settings.choose = 3
      request.settings.reason = "three are known"
      let output = try await request.run()
      #expect(output.counts.first { $0.name == "types" }?.count == 3)
      #expect(
        output.findings.map(\.rendered) == [
          """
          warning: with 3 types the smallest has 1 unit, fewer than the 2 that are asked for
            mend: lower 'smallest', or choose another number
          """,
          """
          note: the decision for 3 types does not keep what the evidence said; the rule 'stability' takes 2 now, and of the \
          criteria alone 3 is taken by stability
            mend: write 'rule_said: 2, spoke_for: [stability]' beside it, and each rerun tells when that changes
          """,
        ])
      let model = try #require(output.documents.first { $0.path == "model.json" })
      let choice = try JSONText.decode(ClusterModel.self, from: model.bytes, file: "model.json").choice
      #expect((choice.ruleTakes, choice.ruleBasis) == (2, "rule"))
      #expect(choice.ruleSaid == nil && choice.spokeFor == [])
    }
  }

  @Test func `a decision is held against what the evidence said when it was taken`() async throws {
    try await inFolder { folder in
      var request = try request(six, in: folder)
      request.settings.smallest = 1
      request.settings.choose = 2
      request.settings.reason = "two are known"
      request.settings.rule = "silhouette"
      request.settings.ruleSaid = 2
      request.settings.spokeFor = ["silhouette"]
      let kept = try await request.run()
      #expect(kept.findings.map(\.rendered) == [])
      request.settings.ruleSaid = 3
      request.settings.spokeFor = ["silhouette", "stability", "davies-bouldin"]
      let lost = try await request.run()
      #expect(
        lost.findings.map(\.rendered) == [
          """
          warning: when the decision for 2 types was taken, the rule 'silhouette' said 3, and now it says 2: 2 types \
          have the highest mean silhouette, 0.89
            mend: look at evidence.csv; keep the decision with 'rule_said: 2', or take it again
          """,
          """
          warning: 'stability' spoke for 2 types when the decision was taken, and now takes 3
            mend: look at evidence.csv; keep the decision and take 'stability' out of 'spoke_for', or take it again
          """,
        ])
      request.settings.quick = true
      request.settings.rule = "stability"
      let quick = try await request.run()
      #expect(
        quick.findings.map(\.rendered) == [
          """
          warning: the decision for 2 types could not be held against the rule 'stability': stability was not measured in a \
          quick search; 2 types have the highest mean silhouette, 0.89
            mend: use 'evidence: full' before anything is published
          """
        ])
    }
  }

  @Test func `types are followed from each number to the next`() async throws {
    try await inFolder { folder in
      let output = try await request(six, in: folder).run()
      let lineage = try #require(output.tables.first { $0.name == "lineage" })
      #expect(lineage["k"]?.texts == ["2", "2", "3", "3", "3"])
      #expect(lineage["type"]?.texts == ["A", "B", "A", "B", "C"])
      #expect(lineage["from"]?.texts == [nil, nil, "B", "A", "A"])
      #expect(lineage["share"]?.texts == [nil, nil, "1", "1", "1"])
      #expect(lineage["event"]?.texts == [nil, nil, "kept", "split", "split"])
      #expect(lineage["composition"]?.texts == [nil, nil, "B 3", "A 2", "A 1"])
      #expect(lineage["divided"]?.texts == [nil, nil, "A 3", "B 2, C 1", "B 2, C 1"])
    }
  }

  // MARK: - One group, as many types as units

  /// Twelve units without groups.
  let even = "town,goal\n" + (0..<12).map { "T\($0 + 10),\($0)\n" }.joined()

  @Test func `that there are no types may be the answer, and is said`() async throws {
    try await inFolder { folder in
      var request = try request(even, in: folder)
      request.settings.from = 1
      request.settings.rule = "gap-Tibs2001SEmax"
      request.settings.references = 20
      let output = try await request.run()
      #expect(output.counts.first { $0.name == "types" }?.count == 1)
      #expect(
        output.findings.map(\.rendered) == [
          """
          warning: no types were found: all 12 units are one group (the gap statistic takes 1 type by the rule \
          gap-Tibs2001SEmax)
            mend: publish no typology; or look at evidence.csv, and add features that tell the units apart
          """
        ])
      let types = try #require(output.tables.first { $0.name == "types" })
      #expect(Set(types["type"]?.texts ?? []) == ["A"])
      #expect(types["next_type"]?.texts == Array(repeating: nil, count: 12))
      #expect(types["silhouette"]?.texts == Array(repeating: nil, count: 12))
      let evidence = try #require(output.tables.first { $0.name == "evidence" })
      #expect(evidence["k"]?.texts == ["1", "2", "3"])
      for empty in ["silhouette", "calinski_harabasz", "davies_bouldin"] {
        #expect(evidence[empty]?.texts[0] == nil, "\(empty)")
      }
      for trivial in ["jaccard_min", "prediction_strength"] {
        #expect(evidence[trivial]?.texts[0] == "1", "\(trivial)")
      }
      #expect(evidence["gap"]?.texts[0] != nil && evidence["log_w"]?.texts[0] != nil)
      #expect(evidence["chosen"]?.texts == ["true", "false", "false"])
      let stability = try #require(output.tables.first { $0.name == "stability" })
      #expect(stability["silhouette"]?.texts[0] == nil)
      let lineage = try #require(output.tables.first { $0.name == "lineage" })
      #expect(lineage["divided"]?.texts[1] == lineage["divided"]?.texts[2])
      try output.write(to: joinPath(folder, "types"))
      #expect(
        try ArtefactFolder(joinPath(folder, "types"), stage: "cluster").json("model.json", as: ClusterModel.self).types
          .count == 1)
    }
  }

  @Test func `as many types as units are measured as far as they can be`() async throws {
    try await inFolder { folder in
      var request = try request(six, in: folder, to: 6)
      request.settings.smallest = 1
      let output = try await request.run()
      let evidence = try #require(output.tables.first { $0.name == "evidence" })
      #expect(evidence["k"]?.texts.last == "6")
      #expect(evidence["silhouette"]?.texts.last == "0")
      for empty in ["calinski_harabasz", "davies_bouldin", "gap", "gap_se", "log_w", "prediction_strength"] {
        #expect(evidence[empty]?.texts.last == .some(nil), "\(empty)")
      }
      #expect(output.tables.first { $0.name == "types" }?.rowCount == 6)
    }
  }

  @Test func `units that are all the same are one group, and no more`() async throws {
    try await inFolder { folder in
      let alike = "town,goal\nA,1\nB,1\nC,1\n"
      await #expect {
        try await request(alike, in: folder).run()
      } throws: { error in
        guard let failure = error as? Failure else { return false }
        return failure.status == .badData
          && failure.findings.map(\.rendered) == [
            "\(joinPath(folder, "towns.csv")): error: all 3 units are the same on every feature, so that there are no types to find\n"
              + "  mend: add features that tell the units apart"
          ]
      }
      var single = try request(alike, in: folder, to: 1)
      single.settings.from = 1
      let output = try await single.run()
      #expect(output.counts.first { $0.name == "types" }?.count == 1)
      let evidence = try #require(output.tables.first { $0.name == "evidence" })
      #expect(evidence["gap"]?.texts == [nil])
      #expect(!output.tables.contains { $0.name == "gap" })
      single.settings.rule = "gap-globalmax"
      #expect(
        try await single.run().findings.map(\.message) == [
          "'goal' is 1 for every unit, and tells no types apart",
          "the gap is not defined where every unit equals the others of its type; a single group has no silhouette, and no other number may be chosen",
          "no types were found: all 3 units are one group (the gap is not defined where every unit equals the others of its type; a single group has no silhouette, and no other number may be chosen)",
        ])
    }
  }

  @Test func `a simulated table makes a simulated typology`() async throws {
    try await inFolder { folder in
      let marked = six.split(separator: "\n").enumerated()
        .map { $1 + ($0 == 0 ? ",simulated\n" : ",true\n") }.joined()
      let output = try await request(marked, in: folder).run()
      #expect(output.simulated)
      #expect(output.counts.first { $0.name == "features" }?.count == 2)
    }
  }

  @Test func `what normalise left is read with its replicates and without profile features`() async throws {
    try await inFolder { folder in
      let units = ["A", "B", "C", "D", "E", "F"]
      let goal: [Double?] = [1, 2, 1, 8, 9, 9]
      var normalised = StageOutput(
        stage: "normalise",
        tables: [
          Table(
            "features",
            [
              Column("unit", .text(units)), Column("size", .number([5, 1, 5, 1, 5, 1])),
              Column("goal", .number(goal)),
            ])
        ], simulated: true)
      struct Declared: Encodable {
        struct Feature: Encodable {
          var name: String
          var use: String
        }
        var features: [Feature]
      }
      normalised.addJSON(
        "features.json", Declared(features: [.init(name: "size", use: "profile"), .init(name: "goal", use: "cluster")]))
      // Two replicates; in the second, unit A answers like the other type.
      let first = goal.flatMap { number -> [Double] in [100, number ?? 0] }
      var second = first
      second[1] = 9
      normalised.documents.append(
        FileContent("replicates.npy", bytes: NumPyArray(shape: [2, 6, 2], values: first + second).bytes))
      let source = joinPath(folder, "normalise")
      try normalised.write(to: source)

      var request = try request(six, in: folder)
      request.features = source
      let output = try await request.run()
      let types = try #require(output.tables.first { $0.name == "types" })
      #expect(types["type"]?.texts == ["A", "A", "A", "B", "B", "B"])
      #expect(types["certainty"]?.texts == ["0.5", "1", "1", "1", "1", "1"])
      let shares = try #require(output.tables.first { $0.name == "memberships" })
      #expect(shares["share"]?.texts == ["0.5", "0.5", "1", "1", "1", "1", "1"])
      #expect(types["grade"]?.texts == ["C", "A", "A", "A", "A", "A"])
      #expect(types["value_certainty"]?.texts == ["0.5", "1", "1", "1", "1", "1"])
      #expect(types["near_tie"]?.texts == Array(repeating: "false", count: 6))
      // A lies a third from the mean of its own type, 4/3, and 23/3 from that of the other, 26/3.
      let margin = try #require(types["margin"]?.numbers[0])
      #expect(abs(margin - 11.0 / 12) < 1e-12)
      #expect(types.columns.map(\.name).suffix(5) == ["certainty", "grade", "value_certainty", "margin", "near_tie"])
      let cohesion = try #require(output.tables.first { $0.name == "cohesion" })
      // Of the pairs of the first type, A is with the two others in one of two replicates.
      #expect(cohesion["inside"]?.numbers.map { $0.map { ($0 * 6).rounded() } } == [4, 6])
      #expect(cohesion["next_type"]?.texts == ["B", "A"])
      // Of the nine pairs between the types, three fall together in one of two replicates.
      #expect(cohesion["with_next"]?.numbers.map { $0.map { ($0 * 18).rounded() } } == [3, 3])
      let pairs = try #require(output.tables.first { $0.name == "co-assignment" })
      #expect(pairs["unit"]?.texts == ["A", "A", "A", "A", "A"])
      #expect(pairs["other"]?.texts == ["B", "C", "D", "E", "F"])
      #expect(pairs["share"]?.texts == ["0.5", "0.5", "0.5", "0.5", "0.5"])
      #expect(output.simulated)
      let target = joinPath(folder, "types")
      try output.write(to: target)
      let written = try ArtefactFolder(target, stage: "cluster")
      let replicated = try written.array("replicate-types.npy")
      #expect(replicated.shape == [2, 6])
      #expect(replicated.values == [0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1])
      let centroids = try written.array("centroids.npy")
      #expect(centroids.shape == [2, 2, 1])
      #expect(centroids.values[0] < 3 && centroids.values[1] > 7)
      let model = try written.json("model.json", as: ClusterModel.self)
      #expect(model.certainty.replicates == 2)
      #expect(model.certainty.redrawsRespondents)
      #expect(model.certainty.grades.map(\.grade) == ["A", "B", "C", "D"])
      #expect(model.certainty.grades.map(\.units) == [5, 0, 1, 0])
      #expect(model.certainty.grades.map(\.certainty) == [0.7, 0.55, 0.4, nil])
      #expect(model.certainty.grades.map(\.margin) == [0.075, 0.05, 0.02, nil])
      request.features = joinPath(source, "features.csv")
      #expect(try await request.run().tables == output.tables)
    }
  }

  @Test func `descriptions say what was redrawn and when a grade is given`() async throws {
    try await inFolder { folder in
      let output = try await request(six, in: folder).run()
      let types = try #require(output.tables.first { $0.name == "types" })
      #expect(
        types["certainty"]?.description
          == "Share of joint replicates (units redrawn; values are as they are) that give the unit its own type.")
      #expect(
        types["grade"]?.description == "A from certainty 0.7 and margin 0.075 on without near-tie, "
          + "B from certainty 0.55 and margin 0.05 on, C from certainty 0.4 and margin 0.02 on, else D.")
      #expect(
        types["near_tie"]?.description
          == "Whether a division whose cost is at most 1 % higher puts the unit in another type.")
    }
  }

  // MARK: - Wrong input

  @Test func `every cell that is no number is named with its unit`() {
    #expect(
      messages("town,goal,skills\nA,1,n/a\nB,,2\nC,3,inf\n") == [
        """
        towns.csv:3: error: 'goal' of unit 'B' is missing
          mend: fill it in, or leave out the unit or the column; every feature of every unit must be known
        """,
        """
        towns.csv:2: error: 'skills' of unit 'A' holds "n/a", which is not a number
          mend: write a number with a decimal point, or remove the column
        """,
        """
        towns.csv:4: error: 'skills' of unit 'C' holds "inf", which is infinite
          mend: fill in what is known, or leave out the unit or the column
        """,
      ])
  }

  @Test func `what Swift takes for a number and is none is told for what it is`() {
    #expect(FeatureNumber("1.5") == .number(1.5))
    #expect(FeatureNumber("-2e3") == .number(-2000))
    #expect(FeatureNumber("") == .missing)
    let unknown = "fill in what is known, or leave out the unit or the column"
    for text in ["nan", "NaN", "-nan", "nan(0x1)"] {
      #expect(FeatureNumber(text) == .wrong(what: "which stands for no number at all", mend: unknown), "\(text)")
    }
    for text in ["inf", "-Infinity", "+INF"] {
      #expect(FeatureNumber(text) == .wrong(what: "which is infinite", mend: unknown), "\(text)")
    }
    for text in ["1e999", "-1e101"] {
      #expect(
        FeatureNumber(text)
          == .wrong(
            what: "which is too large to compute with", mend: "give the column another unit, or correct the cell"))
    }
    #expect(
      FeatureNumber("0x1p3") == .wrong(what: "which is not a decimal number", mend: "write it with decimal digits"))
    #expect(
      FeatureNumber("3,14") == .wrong(what: "which has a decimal comma", mend: "write a number with a decimal point"))
  }

  // MARK: - Weights

  func weighted(_ text: String) throws -> FeatureTable {
    try FeatureTable(CSVReader.parse(Array(text.utf8), file: "towns.csv"), id: nil, weights: "people")
  }

  func weightMessages(_ text: String) -> [String] {
    do {
      _ = try weighted(text)
      return []
    } catch {
      return (error as? Failure)?.findings.map(\.rendered) ?? ["another error"]
    }
  }

  @Test func `weights are read in the order of the units, and are no feature`() throws {
    let table = try weighted("town,people,goal\nB,2.5,1\nA,0,3\n")
    #expect(table.units == ["A", "B"])
    #expect(table.features == ["goal"])
    #expect(table.weights == [0, 2.5])
    #expect(try self.table("town,people,goal\nB,2.5,1\nA,0,3\n").weights == nil)
  }

  @Test func `weights below zero, missing, or no numbers are told with their unit`() {
    #expect(
      weightMessages("town,people,goal\nA,-1,1\nB,,2\nC,NaN,3\nD,inf,4\n") == [
        """
        towns.csv:2: error: the weight of unit 'A' is -1, which is below zero
          mend: give it a weight of 0 or more; a unit with 0 gets a type, and has no part in making the types
        """,
        """
        towns.csv:3: error: the weight of unit 'B' is missing
          mend: fill it in; a unit with the weight 0 gets a type, and has no part in making the types
        """,
        """
        towns.csv:4: error: the weight of unit 'C' is "NaN", which stands for no number at all
          mend: fill in what is known, or leave out the unit or the column
        """,
        """
        towns.csv:5: error: the weight of unit 'D' is "inf", which is infinite
          mend: fill in what is known, or leave out the unit or the column
        """,
      ])
  }

  @Test func `weights that are all zero, or not there`() {
    #expect(
      weightMessages("town,people,goal\nA,0,1\nB,0,2\n") == [
        """
        towns.csv:1: error: every weight in 'people' is 0
          mend: give at least the units that types are to be made from a weight above 0, or leave out '--weights'
        """
      ])
    #expect(
      weightMessages("town,peple,goal\nA,1,1\nB,1,2\n") == [
        "towns.csv:1: error: there is no column 'people'\n  mend: did you mean 'peple'?"
      ])
  }

  @Test func `a header without records and a single record are no ground for types`() {
    let mend = "  mend: types need at least two units, one a record below the header"
    #expect(messages("town,goal\n") == ["towns.csv: error: the file holds no units\n" + mend])
    #expect(messages("town,goal\nA,1\n") == ["towns.csv: error: the file holds a single unit\n" + mend])
  }

  @Test func `units are named once, by a column that is there`() {
    #expect(
      messages("town,goal\nA,1\nA,2\n,3\n") == [
        """
        towns.csv:3: error: the unit 'A' stands on line 2 already
          mend: keep one of the two; if 'town' does not name the units, give another column with '--id'
        """,
        """
        towns.csv:4: error: the record has nothing in 'town', the column that names the units
          mend: fill it in, or remove the record
        """,
      ])
    #expect(
      messages("town,goal\nA,1\nB,2\n", id: "twon")
        == ["towns.csv:1: error: there is no column 'twon'\n  mend: did you mean 'town'?"])
    #expect(
      messages("a,b\n1,1\n2,2\n") == [
        "towns.csv:1: error: no column of texts names the units\n  mend: name the column with '--id', or add one"
      ])
    #expect(
      messages("a\nx\ny\n") == [
        "towns.csv:1: error: no column of numbers stands beside 'a'\n  mend: add a column of numbers for each feature"
      ])
    #expect(
      messages("a,b,c\nx,u,1\ny,v,2\n") == [
        "towns.csv:1: error: 'b' holds no number at all\n  mend: remove the column, or turn it into numbers"
      ])
    #expect(
      messages("a,b\nx,1\ny\n") == [
        """
        towns.csv:3: error: the record has 1 field, and the header has 2
          mend: give it a field for each column; quote fields that hold the delimiter
        """
      ])
  }

  @Test func `a column may name the units by numbers when it is asked for`() throws {
    #expect(try table("a,b\n2,1\n1,3\n", id: "a").units == ["1", "2"])
    #expect(try table("b,unit\n2,7\n1,8\n").features == ["b"])
  }

  @Test func `a feature that is the same everywhere is a warning`() throws {
    #expect(
      try table("town,goal,skills\nA,1,4\nB,2,4\n").findings.map(\.rendered) == [
        "towns.csv: warning: 'skills' is 4 for every unit, and tells no types apart\n  mend: leave the column out"
      ])
  }

  @Test func `more types than units that differ cannot be found`() async throws {
    try await inFolder { folder in
      await #expect {
        try await request(six, in: folder, to: 8).run()
      } throws: { error in
        guard let failure = error as? Failure else { return false }
        return failure.status == .badData
          && failure.findings[0].message == "up to 8 types are asked for, and there are 6 units"
          && failure.findings[0].mend == "ask for at most 6 types, or add units"
      }
      await #expect {
        try await request("town,goal\nA,1\nB,1\nC,2\n", in: folder, to: 3).run()
      } throws: { error in
        guard let failure = error as? Failure else { return false }
        return failure.findings[0].message == "up to 3 types are asked for, and only 2 of the 3 units differ"
      }
    }
  }

  @Test func `a file that is not there is a missing input`() async {
    await #expect {
      try await ClusterRequest(features: "/nowhere/towns.csv").run()
    } throws: { error in
      (error as? Failure)?.status == .missingInput
    }
  }
}

@Suite struct ClusterSettingsTests {
  func read(_ yaml: String) throws -> (settings: ClusterSettings, findings: [String]) {
    let findings = Findings()
    let reader = SettingsReader(try parseYAML(yaml, file: "pipeline.yaml"), of: "cluster", findings: findings)
    let settings = ClusterSettings(reading: reader)
    reader.finish()
    return (settings, findings.all.map { "\($0.message); \($0.mend)" })
  }

  @Test func `an empty section takes the defaults`() throws {
    let (settings, findings) = try read("{}")
    #expect(settings == ClusterSettings())
    #expect(findings.isEmpty)
    #expect((settings.from, settings.to, settings.starts, settings.rule) == (2, 8, 200, "stability"))
  }

  @Test func `every key is read`() throws {
    let (settings, findings) = try read(
      """
      types: {from: 1, to: 6, choose: 5, reason: "known since 2018", rule_said: 4, spoke_for: [silhouette]}
      starts: 50
      smallest: 8
      rule: gap-firstSEmax
      least_jaccard: 0.6
      least_prediction: 0.9
      evidence: quick
      references: 20
      reference_box: original
      resamples: 30
      halvings: 40
      refit_starts: 10
      """)
    #expect(findings.isEmpty)
    #expect((settings.from, settings.to, settings.choose, settings.reason) == (1, 6, 5, "known since 2018"))
    #expect((settings.ruleSaid, settings.spokeFor) == (4, ["silhouette"]))
    #expect((settings.starts, settings.smallest, settings.rule) == (50, 8, "gap-firstSEmax"))
    #expect((settings.leastJaccard, settings.leastPrediction, settings.quick) == (0.6, 0.9, true))
    #expect((settings.halvings, settings.refitStarts) == (40, 10))
    #expect((settings.references, settings.referenceBox, settings.resamples) == (20, "original", 30))
  }

  @Test func `a range without an end reaches at least its beginning`() throws {
    #expect(try read("types: {from: 9}").settings.to == 9)
  }

  @Test func `wrong settings are all told at once`() throws {
    let (_, findings) = try read("types: {from: 5, to: 3, choose: 7}\nrule: silhuette\nstart: 3\nreference_box: pca\n")
    #expect(
      findings == [
        "the types run from 5 to 3, which is backwards; exchange 'from' and 'to'",
        "the decision for 7 types lies outside the range from 5 to 5; widen 'from' and 'to', or choose a number between them",
        "a decision for a number of types needs its reason; add 'reason:' with one sentence; the report prints it",
        "'cluster.rule' must be one of stability, silhouette, gap-firstSEmax, gap-Tibs2001SEmax, gap-globalmax, prediction-strength, and is \"silhuette\"; did you mean 'silhouette'?",
        "'cluster.reference_box' must be one of components, original, and is \"pca\"; write one of components, original",
        "cluster has no key 'start'; did you mean 'starts'?",
      ])
  }

  @Test func `what the evidence said is told of a decision alone, by names that are known`() throws {
    let (_, alone) = try read("types: {rule_said: 4, spoke_for: silhouette}")
    #expect(
      alone == [
        "'rule_said' tells what the evidence said when somebody decided, and there is no decision; add 'choose:' and 'reason:', or remove it",
        "'spoke_for' tells what the evidence said when somebody decided, and there is no decision; add 'choose:' and 'reason:', or remove it",
      ])
    let (_, unknown) = try read("types: {choose: 4, reason: known, spoke_for: [silhouete, elbow]}")
    #expect(
      unknown == [
        "there is no criterion 'silhouete'; did you mean 'silhouette'?",
        "there is no criterion 'elbow'; use some of: stability, silhouette, calinski-harabasz, davies-bouldin, gap-firstSEmax, gap-Tibs2001SEmax, gap-globalmax, prediction-strength",
      ])
  }

  @Test func `all settings stand in the record of the run`() throws {
    let (settings, _) = try read(
      "types: {from: 1, to: 6, choose: 5, reason: known, rule_said: 4, spoke_for: [silhouette, stability]}")
    #expect(
      settings.parameters.map { "\($0.name)=\($0.value)" } == [
        "types.from=1", "types.to=6", "starts=200", "smallest=5", "rule=stability", "least_jaccard=0.75",
        "least_prediction=0.8", "evidence=full", "seeding=greedy-k-means++", "descent=exchanges", "references=50",
        "reference_box=components", "resamples=100", "halvings=20", "refit_starts=10", "self_scan.questions=12",
        "types.choose=5", "types.reason=known", "types.rule_said=4", "types.spoke_for=silhouette stability",
      ])
  }

  @Test func `a search may stop early, draw its first centroids otherwise and leave out exchanges`() throws {
    let (settings, _) = try read("{until_hits: 7, seeding: random-rows, descent: lloyd, evidence: quick}")
    #expect(
      settings.parameters.map { "\($0.name)=\($0.value)" }.suffix(5) == [
        "evidence=quick", "until_hits=7", "seeding=random-rows", "descent=lloyd", "self_scan.questions=12",
      ])
    let (_, wrong) = try read("{seeding: maximin, descent: loyd}")
    #expect(
      wrong == [
        "'cluster.seeding' must be one of greedy-k-means++, k-means++, random-rows, and is \"maximin\"; write one of greedy-k-means++, k-means++, random-rows",
        "'cluster.descent' must be one of exchanges, lloyd, and is \"loyd\"; did you mean 'lloyd'?",
      ])
  }
}
