import Settings
import Tables

extension AnswerCells {
  /// Creates the names of respondents whom the file does not tell apart: the numbers of their records, from 1, with
  /// zeros before them so that their order as texts is that of the file.
  init(numbersTo count: Int) {
    let width = String(count).utf8.count
    var texts = PackedTexts()
    texts.reserve(texts: count, bytes: count * width)
    for number in 0..<count {
      let digits = String(number + 1)
      texts.append(String(repeating: "0", count: width - digits.utf8.count) + digits)
    }
    let name = LocalText(nl: "respondent", en: "respondent")
    self.init(
      CodeMeaning(Question(name: "respondent", text: name)), .texts(texts), states: Array(repeating: 0, count: count))
  }
}
