import Glibc
import JournalStore

// A writer and a reader of a ledger for the scripts beside this folder.
//
//     FaultWriter create DIR [--segment BYTES]
//     FaultWriter append DIR NAME FIRST COUNT [--deferred] [--batch N] [--segment BYTES] [--hold N] [--seal]
//     FaultWriter read DIR SECONDS
//     FaultWriter check DIR [REPEATED-IDS-ON-STANDARD-INPUT]
//     FaultWriter rate DIR COUNT BATCH
//
// `append` records events number FIRST … FIRST + COUNT - 1 of writer NAME (one letter a to p), and prints each identity on
// a line of its own, by one write, when it has been acknowledged. It lets the lock go and takes it again after `--hold` batches.
// `check` opens, verifies and counts: exit 0 where all identities given on standard input are there exactly once.

do {
  exit(try FaultWriter.run(Array(CommandLine.arguments.dropFirst())))
} catch let error as WriterFailure {
  FaultWriter.say("\(error)", to: STDERR_FILENO)
  if case .busy = error { exit(75) }
  exit(5)
} catch {
  FaultWriter.say("\(error)", to: STDERR_FILENO)
  exit(5)
}
