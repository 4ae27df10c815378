package import DurableFiles
import Synchronization

/// A folder whose every change is recorded, so that it can be built again as a power failure might leave it.
///
/// The model is harsher than real file systems. Of what was written to a file since its last sync, any pages survive,
/// each in any of the states that it had, the file has any of the lengths that it had, and bytes that did not arrive are
/// zeros. Of the changes to a folder's names since its last sync, any survive. Bytes that a failed sync was about may be
/// lost for ever, whatever later syncs say. Names are not: file systems write them through a journal, and one that could
/// not write its journal takes no more changes.
package final class PowerLoss: Sendable {
  package let folder: String
  private let effects = Mutex<[(effect: FileOperations.Effect, time: FileTime?)]>([])

  /// Watches a folder that is not there yet.
  package init(of folder: String) {
    self.folder = folder
  }

  /// How many effects there were so far: the points at which the power can fail are 0...count.
  package var count: Int { effects.withLock { $0.count } }

  package var witness: @Sendable (FileOperations.Effect) -> Void {
    { effect in
      // The time that the kernel has given to the file, or to the folder whose names have changed.
      let path: String? =
        switch effect {
        case .wrote(let path, _), .timed(let path): path
        case .created(let path), .removed(let path), .renamed(_, let path), .createdFolder(let path):
          FileOperations.parent(of: path)
        case .synced, .notSynced: nil
        }
      let time = path.flatMap { try? FileOperations.system.status($0) }?.modified
      self.effects.withLock { $0.append((effect, time)) }
    }
  }

  package var operations: FileOperations { FileOperations(witness: witness) { _ in .proceed } }

  /// The disk after so many effects.
  package func disk(after count: Int) -> Disk {
    var disk = Disk(folder)
    for (effect, time) in effects.withLock({ $0.prefix(count) }) { disk.take(effect, time) }
    return disk
  }
}

/// What is surely on a disk, and what may be.
package struct Disk {
  fileprivate struct File {
    var bytes: [UInt8] = []
    var time: FileTime?
    /// What may be lost: bytes at an offset, or none for a change of time alone.
    var pending: [(offset: Int, bytes: [UInt8], time: FileTime?, isDoubtful: Bool)] = []
    /// The length as every process sees it.
    var length = 0
  }

  fileprivate enum Node {
    case file(Int)
    case folder(String)
  }

  fileprivate struct Folder {
    var nodes: [String: Node] = [:]
    var time: FileTime?
    var pending: [(change: [(name: String, node: Node?)], time: FileTime?)] = []
  }

  private let root: String
  private var files: [File] = []
  private var folders: [String: Folder]
  /// Where a path leads for every process.
  private var live: [String: Int] = [:]

  init(_ root: String) {
    self.root = root
    folders = [root: Folder()]
  }

  mutating func take(_ effect: FileOperations.Effect, _ time: FileTime?) {
    switch effect {
    case .created(let path):
      files.append(File())
      live[path] = files.count - 1
      change(path, [(path, .file(files.count - 1))], time)
    case .wrote(let path, let bytes):
      guard let file = live[path] else { return }
      files[file].pending.append((files[file].length, bytes, time, false))
      files[file].length += bytes.count
    case .timed(let path):
      guard let file = live[path] else { return }
      files[file].pending.append((0, [], time, false))
    case .renamed(let from, let to):
      guard let file = live.removeValue(forKey: from) else { return }
      live[to] = file
      change(to, [(from, nil), (to, .file(file))], time)
    case .removed(let path):
      live[path] = nil
      change(path, [(path, nil)], time)
    case .createdFolder(let path):
      if path == root { return }
      folders[path] = Folder()
      change(path, [(path, .folder(path))], time)
    case .synced(let path): sync(path)
    case .notSynced(let path): doubt(path)
    }
  }

  private mutating func change(_ path: String, _ change: [(String, Node?)], _ time: FileTime?) {
    let named = change.map { (name: String($0.0.split(separator: "/").last ?? ""), node: $0.1) }
    folders[FileOperations.parent(of: path)]?.pending.append((named, time))
  }

  private mutating func sync(_ path: String) {
    if let file = live[path] {
      for write in files[file].pending where !write.isDoubtful {
        files[file].put(write.bytes, at: write.offset)
        files[file].time = write.time ?? files[file].time
      }
      files[file].pending.removeAll { !$0.isDoubtful }
    } else if let pending = folders[path]?.pending {
      for change in pending { folders[path]?.make(change.change, change.time) }
      folders[path]?.pending = []
    }
  }

  private mutating func doubt(_ path: String) {
    guard let file = live[path] else { return }
    for index in files[file].pending.indices { files[file].pending[index].isDoubtful = true }
  }
}

extension Disk.File {
  fileprivate mutating func put(_ new: [UInt8], at offset: Int) {
    if new.isEmpty { return }
    if bytes.count < offset + new.count {
      bytes += [UInt8](repeating: 0, count: offset + new.count - bytes.count)
    }
    bytes.replaceSubrange(offset..<offset + new.count, with: new)
  }
}

extension Disk.Folder {
  fileprivate mutating func make(_ change: [(name: String, node: Disk.Node?)], _ time: FileTime?) {
    for (name, node) in change { nodes[name] = node }
    self.time = time ?? self.time
  }
}

extension Disk {
  /// Which of the doubtful changes have survived.
  package enum Survival: Sendable {
    case none, all
    /// All names and no bytes, or all bytes and no names.
    case names, bytes
    /// Any pages of so many bytes, any names, by chance.
    case random(seed: UInt64, pageByteCount: Int)
  }

  /// Builds the folder as the disk holds it, with the times that its files and folders have there.
  package func build(_ survival: Survival, at path: String) throws(FileError) {
    var choice = Choice(survival)
    try build(root, at: path, &choice)
  }

  private func build(_ folder: String, at path: String, _ choice: inout Choice) throws(FileError) {
    guard var contents = folders[folder] else { return }
    for change in contents.pending where choice.keepsName() { contents.make(change.change, change.time) }
    try FileOperations.system.createFolders(path)
    for (name, node) in contents.nodes.sorted(by: { $0.key < $1.key }) {
      switch node {
      case .folder(let folder): try build(folder, at: "\(path)/\(name)", &choice)
      case .file(let number):
        let file = choice.file(files[number])
        try FileOperations.system.createExclusively("\(path)/\(name)", with: file.bytes)
        if let time = file.time { try FileOperations.system.setModified(of: "\(path)/\(name)", to: time) }
      }
    }
    if let time = contents.time { try FileOperations.system.setModified(of: path, to: time) }
  }

  private struct Choice {
    let survival: Survival
    var generator: SeededGenerator

    init(_ survival: Survival) {
      self.survival = survival
      if case .random(let seed, _) = survival {
        generator = SeededGenerator(seed: seed)
      } else {
        generator = SeededGenerator(seed: 0)
      }
    }

    mutating func keepsName() -> Bool {
      switch survival {
      case .none, .bytes: false
      case .all, .names: true
      case .random: Bool.random(using: &generator)
      }
    }

    mutating func file(_ file: File) -> File {
      switch survival {
      case .none, .names: return file
      case .all, .bytes:
        var file = file
        for write in file.pending {
          file.put(write.bytes, at: write.offset)
          file.time = write.time ?? file.time
        }
        return file
      case .random(_, let pageByteCount): return random(file, pageByteCount)
      }
    }

    /// Each page in one of the states that it had, cut or filled to one of the lengths that the file had.
    private mutating func random(_ file: File, _ pageByteCount: Int) -> File {
      guard !file.pending.isEmpty else { return file }
      var states = [file]
      for write in file.pending {
        var next = states[states.count - 1]
        next.put(write.bytes, at: write.offset)
        next.time = write.time ?? next.time
        states.append(next)
      }
      let length = states.randomElement(using: &generator)?.bytes.count ?? 0
      var result = states.randomElement(using: &generator) ?? file
      result.bytes = []
      while result.bytes.count < length {
        let page = states.randomElement(using: &generator)?.bytes.dropFirst(result.bytes.count) ?? []
        let filled = page.prefix(min(pageByteCount, length - result.bytes.count))
        let missing = min(pageByteCount, length - result.bytes.count) - filled.count
        result.bytes += filled + [UInt8](repeating: 0, count: missing)
      }
      return result
    }
  }
}
