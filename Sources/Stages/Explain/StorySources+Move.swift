import Diagnostics
import Tables

// Why a unit is of another type than in the wave before.

extension StorySources {
  /// The move of a unit to another type; `nil` for one that stayed, or that is not in both waves.
  func move(of code: String) throws(Failure) -> UnitStory.Move? {
    guard let table = try StoryFolders.optional("movers", of: folders.cluster),
      let row = try table.texts("unit").firstIndex(of: code)
    else { return nil }
    let (cause, detail) = (try table.texts("cause")[row], try table.texts("detail")[row])
    let earlier = try table.texts("earlier_unit")[row]
    return UnitStory.Move(
      wave: folders.cluster.run.parameter("earlier_wave") ?? "", earlierUnit: earlier == code ? nil : earlier,
      from: try table.texts("type_before")[row], to: try table.texts("type_now")[row],
      chanceOfSame: try table.numbers("chance_same")[row] ?? 0, cause: cause,
      detail: detail.isEmpty ? nil : cause == "merger" ? detail : label(of: detail),
      officialsBefore: try table.integers("officials_before")[row],
      officialsNow: try table.integers("officials_now")[row],
      officialsSame: try table.integers("officials_same")[row])
  }
}
