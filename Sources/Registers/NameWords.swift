public import Settings

/// The words that people add to the name of a unit, or shorten in it, as a register lists them.
///
/// Nothing of this is known to the program: what a unit is called in its own language, the regions that tell units of
/// one name apart, and how people shorten both are data of the register.
public struct NameWords: Hashable, Sendable {
  /// A region by which people tell units of one name apart.
  public struct Region: Hashable, Sendable {
    /// The region as the register's attribute has it.
    public var name: String
    /// What else people write for it, such as `O.` or `Ov`.
    public var also: [String]

    /// Creates a region.
    public init(name: String, also: [String] = []) {
      self.name = name
      self.also = also
    }
  }

  /// The words for a unit itself, which may stand behind a name, between brackets or after a comma: `Utrecht (town)`.
  public var unitWords: [String]
  /// Shortened words within a name with what they stand for, such as `a/d` for `aan den`.
  public var abbreviations: [String: String]
  /// The attribute that names the region of a unit, if there is one.
  public var regionAttribute: String?
  /// The words that may stand before a region, such as `prov.`.
  public var regionWords: [String]
  /// Other words for regions; a region that is not listed goes by its own name alone.
  public var regions: [Region]

  /// Creates a list of words; without any, names are taken as they are.
  public init(
    unitWords: [String] = [], abbreviations: [String: String] = [:], regionAttribute: String? = nil,
    regionWords: [String] = [], regions: [Region] = []
  ) {
    self.unitWords = unitWords
    self.abbreviations = abbreviations
    self.regionAttribute = regionAttribute
    self.regionWords = regionWords
    self.regions = regions
  }

  /// Reads the keys `koers:unit-words`, `koers:abbreviations` and `koers:regions` of a register's description.
  ///
  /// ```json
  /// "koers:unit-words": ["town"],
  /// "koers:abbreviations": {"St.": "Saint"},
  /// "koers:regions": {"attribute": "county", "words": ["county"], "also": {"Yorkshire": ["Yorks", "Y."]}}
  /// ```
  public init(reading reader: SettingsReader) {
    self.init(unitWords: reader.texts("koers:unit-words"))
    _ = reader.optionalSection("koers:abbreviations") { section in
      for entry in section.allEntries() { abbreviations[entry.key.lowercased()] = section.text(entry.key) }
    }
    _ = reader.optionalSection("koers:regions") { section in
      regionAttribute = section.text("attribute")
      regionWords = section.texts("words")
      _ = section.optionalSection("also") { also in
        regions = also.allEntries().map { Region(name: $0.key, also: also.texts($0.key)) }
      }
    }
  }
}
