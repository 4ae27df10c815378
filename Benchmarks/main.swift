import Glibc

/// The arguments after the program's name.
let arguments = Array(CommandLine.arguments.dropFirst())

do throws(GeneratorFailure) {
  switch arguments.first {
  case "generate": try GenerateCommand(arguments.dropFirst()).run()
  default:
    print("usage: Benchmarks generate --events N --seed S --out DIR [--check]")
    exit(2)
  }
} catch {
  print("Benchmarks: \(error)")
  exit(1)
}
