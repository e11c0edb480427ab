import CSVFiles
import Diagnostics
import Tables
import Testing

/// A source over bytes.
private func source(_ bytes: [UInt8], _ choice: CSVDialect.Choice = .init()) throws -> CSVSource {
  try CSVSource(bytes: bytes, file: "wave.csv", dialect: choice)
}

private func source(_ text: String, _ choice: CSVDialect.Choice = .init()) throws -> CSVSource {
  try source(Array(text.utf8), choice)
}

/// All fields below the header, record by record.
private func records(_ source: CSVSource) async throws -> [[String]] {
  try await source.pieces(below: 1) { piece in piece.map { Array($0.fields) } }.results.flatMap(\.self)
}

/// The notes that reading to the end brings.
private func endNotes(_ source: CSVSource) async throws -> [String] {
  try await source.pieces(below: 1) { _ in () }.findings.map(\.rendered)
}

/// A survey of which the third line holds some bytes; the first of them is byte 16.
private func survey(_ cell: [UInt8]) -> [UInt8] { Array("id;name\n1;Oss\n2;".utf8) + cell + [10] }

/// The bytes of a text in an encoding of one byte a character, written by hand for the characters beyond ASCII.
private func bytes(_ text: String, _ high: [Character: UInt8]) -> [UInt8] {
  text.flatMap { high[$0].map { [$0] } ?? Array(String($0).utf8) }
}

@Suite struct EncodingTests {
  @Test func `letters and a euro sign of Windows-1252 are known by the words they stand in`() async throws {
    let text = "een café in Súdwest-Fryslân kost € 5"
    let source = try source(survey(bytes(text, ["é": 0xE9, "ú": 0xFA, "â": 0xE2, "€": 0x80])))
    #expect(source.dialect.encoding == .windows1252)
    #expect(
      source.dialect.encodingReason
        == "4 bytes are no UTF-8; points of the characters: Windows-1252 9, ISO 8859-15 3, code page 850 -8")
    #expect(try await records(source) == [["1", "Oss"], ["2", text]])
    #expect(
      source.notes.map(\.rendered) == [
        """
        wave.csv:3: note: the file is not UTF-8 from byte 23 on, and was read as Windows-1252
          mend: check a name with an accent; save the file as CSV (UTF-8) to be sure
        """
      ])
  }

  @Test func `ISO 8859-15 is known by the signs that ISO 8859-1 lacks`() async throws {
    let text = "cœur, sœur, Žilina"
    let source = try source(survey(bytes(text, ["œ": 0xBD, "Ž": 0xB4])))
    #expect(source.dialect.encoding == .iso885915)
    #expect(
      source.dialect.encodingReason
        == "3 bytes are no UTF-8; points of the characters: Windows-1252 -6, ISO 8859-15 4, code page 850 -8")
    #expect(try await records(source) == [["1", "Oss"], ["2", text]])
  }

  @Test func `code page 850 is known by small letters where Windows-1252 has signs`() async throws {
    let text = "een café in Súdwest-Fryslân, coördinatie"
    let source = try source(survey(bytes(text, ["é": 0x82, "ú": 0xA3, "â": 0x83, "ö": 0x94])))
    #expect(source.dialect.encoding == .cp850)
    #expect(try await records(source) == [["1", "Oss"], ["2", text]])
    #expect(
      source.notes.map(\.message) == ["the file is not UTF-8 from byte 23 on, and was read as code page 850"])
  }

  @Test func `a sign that is as likely in two code pages is told with both`() async throws {
    let source = try source(survey([0x80, 0x20, 0x35]))
    #expect(source.dialect.encoding == .windows1252)
    #expect(
      source.notes.map(\.rendered) == [
        """
        wave.csv:3: note: the file is not UTF-8 from byte 16 on, and was read as Windows-1252, although code page 850 is \
        nearly as likely
          mend: check a name with an accent; save the file as CSV (UTF-8) to be sure, or give the encoding: \
        'windows-1252' or 'cp850'
        """
      ])
    #expect(try await records(source) == [["1", "Oss"], ["2", "€ 5"]])
  }

  @Test func `text that was encoded twice is mended`() async throws {
    let source = try source(survey(Array("cafÃ© â‚¬ 5 ðŸš²".utf8)))
    #expect(source.dialect.encoding == .utf8Twice)
    #expect(source.dialect.encodingReason == "9 of 9 characters beyond ASCII are 3 encoded twice")
    #expect(
      source.notes.map(\.rendered) == [
        """
        wave.csv:3: note: 3 characters were encoded as UTF-8 twice, the first at byte 19, and were mended
          mend: check a name with an accent; give the encoding 'utf-8' if they are meant so
        """
      ])
    #expect(try await records(source) == [["1", "Oss"], ["2", "café € 5 🚲"]])
  }

  @Test func `one answer pasted from a twice encoded text changes nothing for the others`() async throws {
    let source = try source(survey(Array("één cafÃ©, twee ideeën, drie crêpes".utf8)))
    #expect(source.dialect.encoding == .utf8)
    #expect(
      source.notes.map(\.rendered) == [
        """
        wave.csv:3: note: 1 characters look as if they were encoded as UTF-8 twice, the first at byte 25; most are \
        not, so the file was read as it is
          mend: check a name with an accent; give the encoding 'utf-8-twice' to mend them
        """
      ])
    #expect(try await records(source)[1][1] == "één cafÃ©, twee ideeën, drie crêpes")
  }

  @Test func `a file of two encodings is read field by field`() async throws {
    let text = "id,name,note\n1,één,Súdwest\n2,caf"
    let source = try source(Array(text.utf8) + [0xE9] + Array(",crêpe\n".utf8))
    #expect(source.dialect.encoding == .utf8)
    #expect(source.dialect.encodingReason == "4 characters are UTF-8, and 1 bytes are not")
    #expect(
      source.notes.map(\.rendered) == [
        """
        wave.csv:3: note: the file is UTF-8 but for 1 bytes, the first of them byte 35; fields with such bytes were \
        read as Windows-1252
          mend: check a name with an accent; save all parts of the file in one encoding
        """
      ])
    #expect(try await records(source) == [["1", "één", "Súdwest"], ["2", "café", "crêpe"]])
  }

  @Test(arguments: [
    (TextEncoding.windows1252, "Ã©"), (.iso885915, "Ã©"), (.cp850, "├®"), (.utf8, "é"), (.utf8Twice, "é"),
  ])
  func `an encoding that is given is taken`(encoding: TextEncoding, text: String) async throws {
    let source = try source(survey([0xC3, 0xA9]), CSVDialect.Choice(encoding: encoding))
    #expect(source.dialect.encoding == encoding)
    #expect(source.dialect.encodingReason == "given")
    #expect(try await records(source)[1][1] == text)
    #expect(TextEncoding(settingName: encoding.settingName) == encoding)
  }

  @Test func `every byte of a code page becomes the character of its table`() async throws {
    let high = (0x80...0xFF).map { UInt8($0) }
    let wanted: [(TextEncoding, String)] = [
      (
        .windows1252,
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
      ),
      (.cp850, "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"),
    ]
    for (encoding, text) in wanted {
      let source = try source(survey(high), CSVDialect.Choice(encoding: encoding))
      let read = try await records(source)[1][1].unicodeScalars
      #expect(read.map(\.value).prefix(64) == text.unicodeScalars.map(\.value).prefix(64))
    }
    let latin9 = try source(survey(high), CSVDialect.Choice(encoding: .iso885915))
    #expect(try await records(latin9)[1][1].unicodeScalars.map(\.value).suffix(64).elementsEqual(0xC0...0xFF))
    #expect(
      try await records(latin9)[1][1].unicodeScalars.filter { $0.value > 0xFF }.map(String.init).joined() == "€ŠšŽžŒœŸ")
  }

  @Test func `byte-order marks within the file are left out, before quotes too`() async throws {
    let source = try source("\u{FEFF}id,a\n1,x\n\u{FEFF}\"2\",\u{FEFF}\"y, z\"\n3,v\u{FEFF}w\n")
    #expect(source.dialect.hasByteOrderMark)
    #expect(try await records(source) == [["1", "x"], ["2", "y, z"], ["3", "vw"]])
    #expect(
      source.notes.map(\.rendered) == [
        """
        wave.csv:3: note: 3 byte-order marks stand within the file, the first on line 3, and were left out
          mend: nothing; files that are joined bring them in
        """
      ])
  }
}

@Suite struct DelimiterTests {
  @Test(arguments: [
    (
      "a,b;c\n1;x\n2;y\n", CSVReader.semicolon,
      "fields of the header: 2 by comma, 2 by semicolon, 1 by tab; 2 of the first 2 records have as many"
    ),
    (
      "a,b;c\n1,x\n2,y\n", CSVReader.comma,
      "fields of the header: 2 by comma, 2 by semicolon, 1 by tab; 2 of the first 2 records have as many"
    ),
    (
      "a\tb\n1,5\t2,5\n", CSVReader.tab,
      "fields of the header: 1 by comma, 1 by semicolon, 2 by tab; 1 of the first 1 records have as many"
    ),
    (
      "\"a, b, c\";d\n1;2\n", CSVReader.semicolon,
      "fields of the header: 0 by comma, 2 by semicolon, 0 by tab; 1 of the first 1 records have as many"
    ),
    (
      "a;b;c,d,e,f\n1;2;3\n4;5\n", CSVReader.semicolon,
      "fields of the header: 4 by comma, 3 by semicolon, 1 by tab; 1 of the first 2 records have as many"
    ),
    ("\"a;b\"\n1;2\n", CSVReader.comma, "the header is one field by any delimiter"),
  ])
  func `the delimiter is what makes the records agree with the header`(
    text: String, byte: UInt8, reason: String
  ) throws {
    #expect(try source(text).dialect.delimiter == Delimiter(byte: byte, reason: reason))
  }

  @Test func `a delimiter that the header lacks is refused, and the right one named`() throws {
    let failure = #expect(throws: Failure.self) {
      try source("a;b\n1;2\n", CSVDialect.Choice(delimiter: CSVReader.comma))
    }
    #expect(failure?.status == .badData)
    #expect(
      failure?.findings.map(\.rendered) == [
        """
        wave.csv:1: error: the header holds no comma, which was given as the delimiter; it holds a semicolon
          mend: give 'semicolon' as the delimiter, or 'auto'
        """
      ])
  }

  @Test(arguments: [
    ("a,b\n1,2\n", CSVDialect.LineEnd.lf), ("a,b\r\n1,\"x\ny\"\r\n", .crlf), ("a,b\r1,2\r", .cr),
    ("a,b\r\n1,2\n", .mixed),
    ("a,b", .lf),
  ])
  func `the line end is what ends records, not what stands in quotes`(text: String, lineEnd: CSVDialect.LineEnd) throws
  {
    #expect(try source(text).dialect.lineEnd == lineEnd)
  }
}

@Suite struct FileTailTests {
  private static let header = "code;name\n1;Oss\n2;Bronckhorst\n"

  @Test func `a footer is left out with a note, and Bronckhorst is none`() async throws {
    let source = try source(Self.header + "\n\"Bron: CBS\"\n")
    #expect(try await records(source) == [["1", "Oss"], ["2", "Bronckhorst"]])
    #expect(source.head.count == 3)
    #expect(
      try await endNotes(source) == [
        """
        wave.csv:5: note: line 5 is a footer and no record, and was left out
          mend: nothing, unless it is an answer
        """
      ])
  }

  @Test(arguments: ["Bron: CBS;", "bron: CBS", "© CBS, 2020", "Source: x", "\"Quelle: y\";", "Kilde: z", "Källa: å"])
  func `footers are known in the languages of those who publish`(line: String) async throws {
    let source = try source(Self.header + line)
    #expect(try await records(source).count == 2)
    #expect(try await endNotes(source).count == 1)
  }

  @Test(arguments: ["Bronckhorst", "Bronnen", "Bron: CBS;x", "Totaal;9", "Bron: \"x"])
  func `what only looks like a footer stays a record`(line: String) async throws {
    let source = try source(Self.header + line)
    let counts = try await source.pieces(below: 1) { $0.count + $0.broken.count }.results
    #expect(counts == [3])
    #expect(try await endNotes(source).isEmpty)
  }

  @Test func `a footer that the codebook names is one`() async throws {
    let source = try source(Self.header + "totaal;\n", CSVDialect.Choice(footers: ["Totaal"]))
    #expect(try await records(source).count == 2)
  }

  @Test func `rows of nothing but separators at the end are left out, and those between stay`() async throws {
    let source = try source("a;b\n1;2\n;\n3;4\n;\n\"\"; \n\n;;\nBron: x\n")
    #expect(try await records(source) == [["1", "2"], ["", ""], ["3", "4"]])
    #expect(
      try await endNotes(source) == [
        """
        wave.csv:9: note: line 9 is a footer and no record, and was left out
          mend: nothing, unless it is an answer
        """,
        """
        wave.csv:5: note: lines 5 to 8 hold nothing but separators at the end of the file: 3 rows left out
          mend: nothing, unless there were answers
        """,
      ])
  }

  @Test func `what looks like a footer within quotes is part of an answer`() async throws {
    let source = try source("a;b\n1;\"see\n;\nBron: x\"\n")
    #expect(try await records(source) == [["1", "see\n;\nBron: x"]])
    let open = try CSVSource(bytes: Array("a;b\n1;\"see\nBron: x\n\"\n".utf8), file: "wave.csv")
    #expect(try await records(open) == [["1", "see\nBron: x\n"]])
    #expect(try await endNotes(open).isEmpty)
  }

  @Test func `a long tail is found across blocks`() async throws {
    let rows = 60_000
    let source = try source(Self.header + String(repeating: ";;;\r\n", count: rows) + "Bron: CBS")
    #expect(try await records(source).count == 2)
    #expect(
      try await endNotes(source).last?.hasPrefix("wave.csv:4: note: lines 4 to 60003 hold nothing but separators")
        == true)
  }
}
