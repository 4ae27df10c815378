import Foundation

/// A Swift file of the package, with what the rules of the house need to know of it.
struct SourceFile: Sendable {
  /// The path from the package's root: `Sources/LedgerDomain/Values/Code.swift`.
  let path: String
  let text: String
  /// The text without comments and without what stands in string literals.
  let code: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = Self.code(of: text)
  }

  /// The folder under `Sources`; the file's name where it lies in none.
  var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? path }

  var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

  /// The modules that it imports.
  var imports: [String] {
    code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index < words.count - 1, index <= 2 else { return nil }
      // `import struct Foundation.Date` names the module before the point.
      let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "func", "let", "var", "typealias"]
      let name = kinds.contains(words[index + 1]) && words.count > index + 2 ? words[index + 2] : words[index + 1]
      return String(name.prefix { $0 != "." })
    }
  }

  /// Whether a word stands in the code.
  func says(_ word: String) -> Bool {
    code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == word }
  }

  /// Drops comments and the contents of strings; what is interpolated in a string is dropped with it.
  private static func code(of text: String) -> String {
    var code = ""
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if rest.hasPrefix("/*") {
        rest = rest.range(of: "*/").map { rest[$0.upperBound...] } ?? ""
      } else if first == "\"" || first == "#" {
        let hashes = String(rest.prefix { $0 == "#" })
        let quote = rest.dropFirst(hashes.count)
        guard quote.hasPrefix("\"") else {
          code += hashes
          rest = quote
          continue
        }
        let delimiter = quote.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        rest = afterString(quote.dropFirst(delimiter.count), end: delimiter + hashes, escape: "\\" + hashes)
        code += "\"\""
      } else {
        code.append(first)
        rest = rest.dropFirst()
      }
    }
    return code
  }

  private static func afterString(_ text: Substring, end: String, escape: String) -> Substring {
    var rest = text
    while !rest.isEmpty {
      if rest.hasPrefix(end) { return rest.dropFirst(end.count) }
      if rest.hasPrefix(escape) {
        rest = rest.dropFirst(escape.count)
        rest = rest.first == "(" ? afterParenthesis(rest) : rest.dropFirst()
      } else {
        rest = rest.dropFirst()
      }
    }
    return rest
  }

  /// What follows the parenthesis that is opened here; strings inside it may hold parentheses of their own.
  private static func afterParenthesis(_ text: Substring) -> Substring {
    var rest = text
    var depth = 0
    while let first = rest.first {
      if first == "\"" {
        rest = afterString(rest.dropFirst(), end: "\"", escape: "\\")
        continue
      }
      rest = rest.dropFirst()
      if first == "(" { depth += 1 }
      if first == ")" { depth -= 1 }
      if depth == 0 { return rest }
    }
    return rest
  }
}

/// The package's own files.
enum Package {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  /// The files under a folder that end in `.swift`, by path.
  static func swiftFiles(_ folder: String) throws -> [SourceFile] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SourceFile(path: "\(folder)/\(path)", text: try text("\(folder)/\(path)"))
    }
  }

  /// The folders of `Sources`.
  static func rooms() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path).sorted()
  }
}
