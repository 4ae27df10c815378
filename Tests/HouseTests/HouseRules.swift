/// The rules of the house, each as what it finds wrong with a file.
enum HouseRules {
  /// The rooms from the top of the house to its floor; a room imports only rooms further down (DESIGN section 7, and the order in
  /// `Package.swift`).
  static let rooms = [
    "liggare", "LiggareCLI", "Audit", "FollowUps", "Exchange", "Wording", "Documents", "CommandArguments",
    "Projections",
    "JournalStore", "PythonVerifier", "DurableFiles", "Programs", "Integrity", "CSHA256", "LedgerDomain", "StrictJSON",
    "CMemory",
  ]

  /// Rooms that are the same on every machine: no files, no clock, no locale.
  static let pureRooms: Set<String> = ["LedgerDomain", "StrictJSON", "Integrity", "Documents", "CommandArguments"]

  /// What comes with the toolchain.
  static let toolchain: Set<String> = ["Foundation", "Glibc", "Synchronization", "Dispatch"]

  static let lineLimit = 350

  static func findings(in file: SourceFile) -> [String] {
    let all = layering(file) + purity(file) + visibility(file) + casts(file) + unfinished(file) + length(file)
    return (all + paths(file)).map { "\(file.path): \($0)" }
  }

  private static func layering(_ file: SourceFile) -> [String] {
    guard let place = rooms.firstIndex(of: file.room) else { return ["\(file.room) is no room of the house"] }
    return file.imports.compactMap { name in
      if toolchain.contains(name) { return nil }
      guard let other = rooms.firstIndex(of: name) else {
        return "imports \(name), which is neither room nor toolchain"
      }
      return other > place ? nil : "imports \(name), which is not further down"
    }
  }

  private static func purity(_ file: SourceFile) -> [String] {
    guard pureRooms.contains(file.room) else { return [] }
    // A mutex is the same everywhere.
    return file.imports.filter { toolchain.subtracting(["Synchronization"]).contains($0) }.map {
      "imports \($0) in a pure room"
    }
  }

  /// Files that are public because Swift 6.3 inlines in other modules only what is; each says so.
  private static let inlined: Set<String> = [
    "Sources/StrictJSON/JSONPen.swift", "Sources/StrictJSON/JSONCoded.swift", "Sources/StrictJSON/JSONInteger.swift",
  ]

  private static func visibility(_ file: SourceFile) -> [String] {
    (file.says("public") && !inlined.contains(file.path) ? ["says public"] : [])
      + ["open class", "open func", "open var"].filter(file.code.contains).map { "says \($0)" }
  }

  private static func casts(_ file: SourceFile) -> [String] {
    ["as? Any", "as! Any", "as Any", "try!"].filter(file.code.contains).map { "says \($0)" }
  }

  private static func unfinished(_ file: SourceFile) -> [String] {
    ["TO" + "DO", "FIX" + "ME"].filter(file.text.contains).map { "leaves a \($0)" }
  }

  private static func length(_ file: SourceFile) -> [String] {
    file.lineCount > lineLimit ? ["has \(file.lineCount) lines, more than \(lineLimit)"] : []
  }

  /// Folders of the machine that someone worked on; a made-up home in an example is none.
  static func paths(_ file: SourceFile) -> [String] {
    ["work", "root", "Users"].map { "/\($0)/" }.filter(file.text.contains).map {
      "mentions a path of a machine, \($0)"
    }
  }
}
