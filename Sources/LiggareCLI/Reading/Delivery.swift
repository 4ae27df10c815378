import CommandArguments
import Documents
import DurableFiles
import Glibc
import JournalStore
import LedgerDomain
import StrictJSON
import Wording

/// A form in which an answer can be had, named by the suffix of its file.
enum AnswerForm: String, CaseIterable, Sendable {
  case html, docx
  case markdown = "md"
  case csv, json
  case text = "txt"

  /// `.html .docx .md .csv .json .txt`
  static let suffixes = allCases.map { ".\($0.rawValue)" }

  /// The form that a file's name ends with; nil for any other ending.
  init?(ofFile path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    self.init(rawValue: name[name.index(after: dot)...].lowercased())
  }
}

/// Where an answer goes and in which form: what the reading commands take with `--out`, `--format` and `--force`.
///
/// A file that is there already is refused before anything is read, unless `--force`; a new one is whole or not there. Without `--out`
/// the form is written to standard output, except Word's, which is no text.
struct Delivery: Sendable {
  static let out = Option<String>(
    "out", "FILE",
    Localized(
      "skriv svaret i en ny fil; ändelsen väljer formen (\(AnswerForm.suffixes.joined(separator: " ")))",
      "write the answer to a new file; its ending chooses the form (\(AnswerForm.suffixes.joined(separator: " ")))"))
  static let format = Option<AnswerForm>("format", "FORM", Localized("formen", "the form"))
  static let force = Flag(
    "force", Localized("skriv över filen om den finns", "replace the file where it is there"))

  /// What every reading command takes.
  static let options: [any Declared] = [out, format, force]

  let form: AnswerForm
  /// Nil for standard output.
  let path: String?
  private let isReplacing: Bool

  /// `isForcedElsewhere` says that `--force` is about a file of the command's own; `hasForm`, that what is handed over has its form
  /// already, whatever its file is called.
  init(_ arguments: ParsedCommand, isForcedElsewhere: Bool, hasForm: Bool = false) throws(Failure) {
    let flags: [(flag: Flag, name: String, form: AnswerForm)] = [
      (Globals.json, "--json", .json), (Globals.markdown, "--markdown", .markdown),
    ]
    let flagged = flags.filter { arguments[$0.flag] }
    if flagged.count > 1 { throw .exclusive(flagged.map(\.name)) }
    // Commands with a file of their own have some of these names for it.
    guard Delivery.options.allSatisfy({ arguments.declares($0) }) else {
      (form, path, isReplacing) = (flagged.first?.form ?? .text, nil, false)
      return
    }
    let named = arguments[optional: Delivery.format]
    path = arguments[optional: Delivery.out]
    isReplacing = arguments[Delivery.force]
    if let flagged = flagged.first, named != nil { throw .exclusive([flagged.name, "--format"]) }
    if isReplacing, path == nil, !isForcedElsewhere { throw .needs("--force", "--out") }
    guard let stated = named ?? flagged.first?.form ?? (hasForm ? .text : path.map { AnswerForm(ofFile: $0) } ?? .text)
    else {
      throw .noForm(path ?? "")
    }
    if stated == .docx, path == nil { throw .needs("--format docx", "--out") }
    form = stated
    if let path { try Delivery.refuseMissingFolder(path) }
    if let path, !isReplacing { try Delivery.refuseTaken(path) }
  }

  /// Refuses a path in a folder that there is not, by the folder's name.
  private static func refuseMissingFolder(_ path: String) throws(Failure) {
    let folder = FileOperations.parent(of: path)
    do throws(FileError) {
      if try FileOperations.system.ownStatus(folder) != nil { return }
    } catch { throw .file(error) }
    throw .file(FileError(operation: .open, path: folder, errno: ENOENT))
  }

  static func refuseTaken(_ path: String) throws(Failure) {
    do throws(FileError) {
      if try FileOperations.system.ownStatus(path) == nil { return }
    } catch { throw .file(error) }
    throw .tracing(.taken(path))
  }

  /// Refuses a path under which something lies, or whose folder takes no file: before what cannot be taken back is recorded.
  static func refuseUnwritable(_ path: String, isReplacing: Bool = false) throws(Failure) {
    if !isReplacing { try refuseTaken(path) }
    do throws(FileError) { try FileOperations.system.probe(path) } catch { throw .file(error) }
  }

  /// The same of the answer's own file, where it goes to one.
  func refuseUnwritable() throws(Failure) {
    if let path { try Delivery.refuseUnwritable(path, isReplacing: isReplacing) }
  }

  /// Writes a file that is not there yet; with `replacing`, also one that is.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Failure) {
    if !replacing { try refuseTaken(path) }
    let files = FileOperations.system
    do throws(FileError) {
      if replacing {
        try files.replaceAtomically(path, with: bytes)
      } else {
        try files.createExclusively(path, with: bytes)
      }
    } catch { throw .file(error) }
  }

  /// Hands an answer over: to the file, with a remark, or to standard output.
  func hand(_ bytes: [UInt8], _ session: Session) throws(Failure) {
    guard let path else { return session.world.console.sayBytes(bytes) }
    try Delivery.write(bytes, to: path, replacing: isReplacing)
    let language = session.languageAsked ?? session.known.flatMap { Language(rawValue: $0.opened.language.text) } ?? .sv
    session.remark(visible(Localized("Skriven: \(path)", "Written: \(path)")[language]))
  }
}

extension Document {
  /// The text, its parts rendered on all processors: a report of ten thousand measures has forty thousand lines.
  private func text(_ renderer: TerminalRenderer) -> [UInt8] {
    let texts = OrderedWork.compactMap(renderer.parts(of: self), inPiecesOf: 1) { renderer.render($0) }
    return Array(texts.joined(separator: "\n").utf8)
  }

  /// The document in a form other than JSON; a terminal's width and colour where it is text that a person will see.
  func bytes(_ form: AnswerForm, width: Int, color: Bool) -> [UInt8] {
    switch form {
    case .html: Array(HTMLRenderer().render(self).utf8)
    case .docx: DOCXRenderer().render(self)
    case .markdown: Array(MarkdownRenderer().render(self).utf8)
    case .csv: CSVRenderer().render(self)
    case .text, .json: text(TerminalRenderer(width: width, color: color))
    }
  }
}
