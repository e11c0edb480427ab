import Foundation
import Testing

/// PDF of a publication, through the real executable and programs that stand in for WeasyPrint.
@Suite struct PDFTests {
  /// A copy with a publication of pages and a bulletin, and a program that stands in for WeasyPrint.
  private func copy(_ script: String) throws -> SchoolsCopy {
    let copy = try SchoolsCopy()
    let text = try copy.text(of: "pipeline.yaml").components(separatedBy: "\nreport:")[0]
    try copy.write(text + "\nreport:\n  languages: [nl]\n  formats: [html, bulletin]\n", to: "pipeline.yaml")
    #expect(try copy.run("koers", ["run", ".", "--quiet"]).status == 0)
    try copy.write("#!/bin/sh\n" + script, to: "weasyprint")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: copy.path("weasyprint"))
    return copy
  }

  private let version = "[ \"$1\" = --version ] && { echo 'WeasyPrint version 70.0'; exit 0; }\n"

  @Test func `report and bulletin are written whole, beside the publication`() throws {
    let copy = try copy(version + "for last; do before=$now; now=$last; done\ncp \"$before\" \"$now\"\n")
    let before = try copy.contents(of: "Reports/schools/2021/")
    let result = try copy.run("koers", ["pdf", ".", "--weasyprint", "./weasyprint"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "PDF/schools/2021/nl/report.pdf\nPDF/schools/2021/nl/bulletin.pdf\n")
    #expect(try copy.text(of: "PDF/schools/2021/nl/report.pdf").hasPrefix("<!doctype html>"))
    #expect(try copy.contents(of: "Reports/schools/2021/") == before)
  }

  @Test func `without WeasyPrint it says how to get it`() throws {
    let copy = try copy("")
    let result = try copy.run("koers", ["pdf", ".", "--weasyprint", "./nothing"])
    #expect(result.status == 69)
    #expect(
      result.errors == """
        error: PDF is made by WeasyPrint, and there is no program './nothing'
          mend: install it with: pipx install 'weasyprint>=70'; or name it with --weasyprint

        """)
  }

  @Test func `an old WeasyPrint is refused before it makes anything`() throws {
    let copy = try copy("echo 'WeasyPrint version 60.0'\n")
    let result = try copy.run("koers", ["pdf", ".", "--weasyprint", "./weasyprint"])
    #expect(result.status == 69)
    #expect(
      result.errors == """
        error: './weasyprint' is WeasyPrint 60.0, and version 70 or later is needed
          mend: install it with: pipx install 'weasyprint>=70'

        """)
    #expect(!copy.names.contains { $0.hasPrefix("PDF") })
  }

  @Test func `when WeasyPrint fails no half file is left`() throws {
    let copy = try copy(version + "for last; do now=$last; done\necho half > \"$now\"\necho 'no font' >&2\nexit 3\n")
    let result = try copy.run("koers", ["pdf", ".", "--weasyprint", "./weasyprint", "--output", "out"])
    #expect(result.status == 70)
    #expect(
      result.errors == """
        nl/report.pdf: error: WeasyPrint could not make this file (status 3): no font
          mend: nothing was written for it; this is a fault of the program: please report it with this message
        nl/bulletin.pdf: error: WeasyPrint could not make this file (status 3): no font
          mend: nothing was written for it; this is a fault of the program: please report it with this message

        """)
    #expect(!copy.names.contains { $0.hasPrefix("out") })
  }

  @Test func `without a publication, or in another language, it says what there is`() throws {
    let copy = try copy(version)
    let absent = try copy.run("koers", ["pdf", ".", "--wave", "1999", "--weasyprint", "./weasyprint"])
    #expect(absent.status == 66)
    #expect(
      absent.errors == """
        Reports/schools/1999: error: there is no publication here
          mend: run the pipeline first, or name another wave

        """)
    let other = try copy.run("koers", ["pdf", ".", "--language", "en", "--weasyprint", "./weasyprint"])
    #expect(other.status == 66)
    #expect(
      other.errors == """
        Reports/schools/current: error: the publication is not in the language 'en'
          mend: use one of: nl

        """)
  }
}
