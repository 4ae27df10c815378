import Glibc
import StrictJSON

/// The arguments after the program's name.
let arguments = Array(CommandLine.arguments.dropFirst())

do {
  switch arguments.first {
  case "generate": try GenerateCommand(arguments.dropFirst()).run()
  case "grow": try grow(arguments.dropFirst())
  case nil, "--help":
    print(
      """
      usage: Benchmarks generate --events N --seed S --out DIR [--persons P] [--check]
             Benchmarks all|SUBJECT[,SUBJECT…] --ledger DIR --liggare PROGRAM [--json FILE] [--runs N] [--scratch DIR]
                        [--measure M-ID] [--as-of DATE] [--next-day DATE] [--known-at TIME] [--appends N]
                        [--log FILE --mapping FILE]
             subjects: \(Subjects.names.joined(separator: ", "))
      """)
    exit(arguments.isEmpty ? 2 : 0)
  case let name?: try measure(name, Setting(arguments.dropFirst()))
  }
} catch {
  print("Benchmarks: \(error)")
  exit(1)
}

/// Measures some subjects, or all, in the order of `Subjects.names`, and writes the report.
func measure(_ names: String, _ setting: Setting) throws {
  var report = Report()
  let asked = names.split(separator: ",").map(String.init)
  if names != "all", let unknown = asked.first(where: { !Subjects.names.contains($0) }) {
    throw HarnessFailure.argument(
      "unknown subject: \(unknown); known: \(Subjects.names.joined(separator: ", "))")
  }
  for name in Subjects.names where names == "all" || asked.contains(name) {
    try Subjects.run(name, setting) { row in
      report.show(row)
      report.rows.append(row)
    }
  }
  print("load average, hundredths: \(Report.loadAverages())")
  if let path = setting.json {
    guard let file = fopen(path, "w") else { throw HarnessFailure.systemCall("open", path: path, code: errno) }
    fputs(report.json(setting).prettyText + "\n", file)
    fclose(file)
  }
  try setting.remove(setting.scratch)
}

/// `grow DIR COUNT`: records so many events, in one batch.
func grow(_ arguments: ArraySlice<String>) throws(HarnessFailure) {
  guard arguments.count == 2, let folder = arguments.first, let count = arguments.last.flatMap({ Int($0) }) else {
    throw .argument("grow DIR COUNT")
  }
  var growing = try Growing.open(folder)
  try growing.append(count)
  growing.close()
}
