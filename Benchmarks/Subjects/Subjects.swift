/// What is measured, by the name that the command line gives it: one file each.
enum Subjects {

  /// Processes first: what the harness itself uses of memory shows in a child's largest resident set.
  static let names = [
    "startup", "replay", "verifying", "state", "trace", "as-of", "finding", "auditing", "following", "exporting",
    "importing", "publishing", "catch-up", "recording", "weeding", "hashing", "sweeping", "appending", "batches",
  ]

  static func run(
    _ name: String, _ setting: Setting, _ report: (Row) -> Void
  ) throws(HarnessFailure) {
    switch name {
    case "startup": try measureStartup(setting, report)
    case "hashing": try measureHashing(setting, report)
    case "sweeping": try measureSweeping(setting, report)
    case "replay": try measureReplay(setting, report)
    case "verifying": try measureVerifying(setting, report)
    case "state": try measureState(setting, report)
    case "trace": try measureTrace(setting, report)
    case "as-of": try measureAsOf(setting, report)
    case "finding": try measureFinding(setting, report)
    case "auditing": try measureAuditing(setting, report)
    case "following": try measureFollowing(setting, report)
    case "exporting": try measureExporting(setting, report)
    case "importing": try measureImporting(setting, report)
    case "publishing": try measurePublishing(setting, report)
    case "catch-up": try measureCatchUp(setting, report)
    case "recording": try measureRecording(setting, report)
    case "weeding": try measureWeeding(setting, report)
    case "appending": try measureAppending(setting, report)
    case "batches": try measureBatches(setting, report)
    default: throw .argument("unknown subject: \(name); known: \(names.joined(separator: ", "))")
    }
  }
}
