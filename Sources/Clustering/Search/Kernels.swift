import CKernels

/// The loops over distances for one kind of processor.
///
/// All kinds give the same bits: the squared distance of a row to a point adds the columns in index order, each step one
/// rounded difference and one fused multiplication and addition, and sums over rows have eight lanes whatever the width of
/// the processor's registers.
@safe struct Kernels: @unchecked Sendable, CustomStringConvertible {
  /// The fastest kernels that this processor can run.
  static let fastest = Kernels(kind: ck_kinds() - 1)

  /// All kernels that this processor can run, the plain ones first.
  static var all: [Kernels] { (0..<ck_kinds()).map(Kernels.init) }

  /// The number of rows and columns to whose multiple blocks are padded.
  static let lanes = Int(CK_LANES)

  let table: UnsafePointer<ck_kernels>

  private init(kind: Int32) { unsafe table = ck_kernels_of_kind(kind) }

  var description: String { unsafe String(cString: table.pointee.name) }
}

extension Int {
  /// The number rounded up to a whole number of lanes.
  var paddedToLanes: Int { (self + Kernels.lanes - 1) / Kernels.lanes * Kernels.lanes }
}
