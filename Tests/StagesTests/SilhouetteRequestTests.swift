import CSVFiles
import Diagnostics
import Testing

@testable import Stages

@Suite struct DissimilarityTableTests {
  func table(_ text: String, labels: String? = nil, column: String? = nil) throws -> DissimilarityTable {
    try DissimilarityTable(
      CSVReader.parse(Array(text.utf8), file: "d.csv"),
      labels: labels.map { try CSVReader.parse(Array($0.utf8), file: "labels.csv") }, column: column)
  }

  func messages(_ text: String, labels: String? = nil, column: String? = nil) -> [String] {
    do {
      return try table(text, labels: labels, column: column).findings.map(\.rendered)
    } catch let failure as Failure {
      return failure.findings.map(\.rendered)
    } catch {
      return ["another error"]
    }
  }

  @Test func `columns may stand in any order, and those of no unit are groupings`() throws {
    let table = try table("name,C,side,A,B,all\nB,3,left,1,0,x\nA,2,left,0,1,x\nC,0,right,2,3,x\n")
    #expect(table.units == ["A", "B", "C"])
    #expect(table.groupings.map(\.name) == ["side", "all"])
    #expect(table.groupings[0].labels == ["left", "left", "right"])
  }

  @Test func `labels may stand in a file of their own, which may hold more`() throws {
    let square = "name,A,B\nA,0,1\nB,1,0\n"
    let found = try table(square, labels: "who,side,A\nC,left,0\nB,left,0\nA,right,0\n")
    #expect(found.groupings.map(\.name) == ["side"])
    #expect(found.groupings[0].labels == ["right", "left"])
    #expect(
      found.findings.map(\.rendered) == [
        """
        labels.csv: warning: the table of labels has units without dissimilarities: 1, 'C' the first
          mend: check the spelling; what is meant to be left out may stay
        """
      ])
  }

  @Test func `every cell and label that is wrong is told at once, in the order of the file`() {
    #expect(
      messages("name,A,B,side\nA,0,x,left\nB,,0,\n") == [
        """
        d.csv:2: error: the dissimilarity between 'A' and 'B' holds "x", which is not a number
          mend: write a number of at least 0 with a decimal point
        """,
        """
        d.csv:3: error: the dissimilarity between 'B' and 'A' is missing
          mend: write a number of at least 0 with a decimal point
        """,
        """
        d.csv:3: error: 'side' does not say in which cluster 'B' is
          mend: write the name of its cluster; one that is alone is a cluster too
        """,
      ])
  }

  @Test func `numbers that are no dissimilarities are told with their units`() {
    #expect(
      messages("name,A,B,C,side\nA,1,2,3,x\nB,2.5,0,4,x\nC,3,-4,0,y\n") == [
        """
        d.csv:2: error: 'A' differs from itself by 1, and nothing does
          mend: write 0; if the table holds similarities, take the largest less each
        """,
        """
        d.csv:2: error: between 'A' and 'B' stands 2, and the other way round 2.5
          mend: write the same number in both places
        """,
        """
        d.csv:4: error: the dissimilarity between 'C' and 'B' is -4, and none is below 0
          mend: write a number of at least 0; of similarities, take the largest less each
        """,
      ])
  }

  @Test func `a table that is not square is told by the units that lack`() {
    #expect(
      messages("name,Ghent,side\nGhent,0,x\nBruges,1,y\n") == [
        """
        d.csv:1: error: there is no column for the unit 'Bruges'
          mend: add a column with the dissimilarities to it
        """
      ])
    #expect(
      messages("name,Ghent,Brugge,side\nGhent,0,1,x\nBruges,1,0,y\n") == [
        """
        d.csv:1: error: there is no column for the unit 'Bruges'
          mend: is it the one called 'Brugge'?
        """
      ])
    #expect(
      messages("name,length,width\nA,1,2\nB,1,3\n") == [
        """
        d.csv:1: error: no column is named after a unit of 'name'
          mend: give the table a column for each of its 2 units, under the same name, with the dissimilarities to it; if \
        another column names the units, give it with '--id'
        """
      ])
    #expect(
      messages("name,A,side\nA,0,x\n") == [
        """
        d.csv: error: the file holds a single unit
          mend: types need at least two units, one a record below the header
        """
      ])
  }

  @Test func `labels that are not there are told`() {
    let square = "name,A,B\nA,0,1\nB,1,0\n"
    #expect(
      messages(square) == [
        """
        d.csv:1: error: no column says in which cluster each of the 2 units is
          mend: add a column of labels, or name a file that has one with '--labels'
        """
      ])
    #expect(
      messages(square, labels: "name,side\nA,left\nC,left\n") == [
        """
        labels.csv: error: no record says in which cluster 'B' is
          mend: add a record for it
        """
      ])
    #expect(
      messages(square, labels: "name,side\nA,left\nB,left\n", column: "sode") == [
        """
        labels.csv:1: error: there is no column 'sode' of labels
          mend: did you mean 'side'?
        """
      ])
  }
}
