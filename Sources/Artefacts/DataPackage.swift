public import Tables

/// The description of a folder of tables: `datapackage.json` by Data Package v2.
///
/// > https://datapackage.org/standard/data-package/
public struct DataPackage: Hashable, Sendable, Codable {
  /// One table of the package.
  public struct Resource: Hashable, Sendable, Codable {
    /// The name.
    public var name: String
    /// The path within the folder.
    public var path: String
    /// Always `table`.
    public var type = "table"
    /// Always `csv`.
    public var format = "csv"
    /// Always `text/csv`.
    public var mediatype = "text/csv"
    /// Always `utf-8`.
    public var encoding = "utf-8"
    /// The columns.
    public var schema: Schema
  }

  /// The columns of a table.
  public struct Schema: Hashable, Sendable, Codable {
    /// The columns, in order.
    public var fields: [Field]
  }

  /// One column.
  public struct Field: Hashable, Sendable, Codable {
    /// The name.
    public var name: String
    /// The type by table schema.
    public var type: String
    /// What the column holds.
    public var description: String?
  }

  /// The profile of the standard.
  public var profile = "https://datapackage.org/profiles/2.0/datapackage.json"
  /// The name of the package.
  public var name: String
  /// The tables.
  public var resources: [Resource]

  enum CodingKeys: String, CodingKey {
    case profile = "$schema"
    case name, resources
  }

  /// Describes tables that are written as CSV files beside the description.
  ///
  /// - Parameters:
  ///   - tables: The tables.
  ///   - name: The name of the package.
  ///   - simulated: Whether the tables carry the column that marks simulated answers.
  ///   - folder: The folder of the tables within the package, with a slash at its end; empty for the package itself.
  public init(describing tables: [Table], of name: String, simulated: Bool, folder: String = "") {
    self.name = name
    resources = tables.map { table in
      let columns = (simulated ? table.markedSimulated : table).columns
      let fields = columns.map { column in
        Field(
          name: column.name, type: column.schemaType,
          description: column.description.isEmpty ? nil : column.description)
      }
      return Resource(name: table.name, path: folder + table.name + ".csv", schema: Schema(fields: fields))
    }
  }
}
