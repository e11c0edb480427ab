import Tables
import Testing

@Suite struct TableTests {
  @Test func `a selection of rows has them in the order that was asked for`() {
    let table = Table("t", [Column("a", .text(["x", nil, "z"])), Column("b", .integer([1, 2, 3]))])
    let chosen = table.selecting([2, 0, 0])
    #expect(chosen["a"]?.texts == ["z", "x", "x"])
    #expect(chosen["b"]?.numbers == [3, 1, 1])
    #expect(table.selecting([]).rowCount == 0)
  }

  @Test func `columns are found by name and keep their order`() {
    let table = Table("t", [Column("b", .integer([1, nil])), Column("a", .text(["x", "y"]))])
    #expect(table.columns.map(\.name) == ["b", "a"])
    #expect(table["a"]?.texts == ["x", "y"])
    #expect(table["c"] == nil)
    #expect(table.rowCount == 2)
  }

  @Test func `values become numbers or texts as a file holds them`() {
    #expect(Column("n", .number([1, 0.1, nil])).texts == ["1", "0.1", nil])
    #expect(Column("f", .boolean([true, false, nil])).numbers == [1, 0, nil])
    #expect(Column("i", .integer([3])).numbers == [3])
    #expect(Column("d", .date([CalendarDate(year: 2020, month: 6, day: 26)])).texts == ["2020-06-26"])
  }

  @Test func `dates exist or are refused`() {
    #expect(CalendarDate(year: 2020, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2021, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(iso: "2020-06-26T10:00") == CalendarDate(year: 2020, month: 6, day: 26))
    #expect(CalendarDate(iso: "2020-6-26") == nil)
    #expect(CalendarDate(iso: "2020-06-261") == nil)
    #expect(CalendarDate(iso: "") == nil)
  }
}
