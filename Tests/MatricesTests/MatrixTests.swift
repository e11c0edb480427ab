import Matrices
import Testing

@Suite struct MatrixTests {
  private let matrix = Matrix([[1, 2, 3], [4, 5, 6]])

  @Test func `values lie row by row`() {
    #expect(matrix.values == [1, 2, 3, 4, 5, 6])
    #expect(matrix[1, 0] == 4)
    #expect(matrix.row(1) == [4, 5, 6])
    #expect(matrix.column(2) == [3, 6])
  }

  @Test func `columns and rows are selected in the order asked for`() {
    #expect(matrix.selectingColumns([2, 0]) == Matrix([[3, 1], [6, 4]]))
    #expect(matrix.selectingRows([1, 1]) == Matrix([[4, 5, 6], [4, 5, 6]]))
  }

  @Test func `no rows make an empty matrix`() {
    #expect(Matrix([]) == Matrix(rows: 0, columns: 0, values: []))
  }

  @Test func `the grid swallows the last bits`() {
    let value = 0.1 + 0.2
    #expect(value != 0.3)
    #expect(value.roundedToGrid == 0.3.roundedToGrid)
    #expect(0.75.roundedToGrid == 0.75)
  }
}
