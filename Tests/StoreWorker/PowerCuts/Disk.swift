/// The files of one folder as a disk keeps them: what was written stays in doubt until it is synchronized.
final class Disk {
  /// A disk writes sectors, in any order, and a cut may leave one half written.
  fileprivate static let sector = 512

  private final class File {
    var settled: [UInt8]
    var doubtful: [Change] = []

    init(_ bytes: [UInt8]) { settled = bytes }
  }

  fileprivate enum Change {
    case write([UInt8], at: Int)
    case truncation(Int)
  }

  /// Whether it heeds what it is told to synchronize.
  private let isHonest: Bool
  private var files: [String: File] = [:]
  /// What each name stands for once the power comes back, unless a change of the folder got through.
  private var settledNames: [String: File] = [:]
  /// Called before each change.
  var onChange: () -> Void = {}

  init(isHonest: Bool) { self.isHonest = isHonest }

  /// Learns of a file, with what lies in it safely from before; nil for one that is made now.
  func open(_ name: String, holding bytes: [UInt8]?) {
    guard files[name] == nil else { return }
    if let bytes {
      files[name] = File(bytes)
      settledNames[name] = files[name]
    } else {
      onChange()
      files[name] = File([])
    }
  }

  func write(_ bytes: [UInt8], at offset: Int, in name: String) {
    onChange()
    files[name]?.doubtful.append(.write(bytes, at: offset))
  }

  func truncate(_ name: String, to length: Int) {
    onChange()
    files[name]?.doubtful.append(.truncation(length))
  }

  /// Synchronizes a file, and its name too where it is a new one.
  func synchronize(_ name: String) {
    onChange()
    guard isHonest, let file = files[name] else { return }
    for change in file.doubtful { file.settled.apply(change) }
    file.doubtful = []
    settledNames[name] = file
  }

  func delete(_ name: String, isSynchronized: Bool) {
    onChange()
    files[name] = nil
    if isSynchronized && isHonest { settledNames[name] = nil }
  }

  /// What is found when the power went now and came back. Of what was in doubt nothing is left, or all, or of each sector
  /// what it was, what it was to be, or something of both.
  func afterPowerCut(using random: inout some RandomNumberGenerator) -> [String: [UInt8]] {
    let fate = Int.random(in: 0..<5, using: &random)
    var found: [String: [UInt8]] = [:]
    for name in Set(files.keys).union(settledNames.keys).sorted() {
      let isLate = fate == 0 ? false : fate == 1 ? true : Bool.random(using: &random)
      guard let file = isLate ? files[name] : settledNames[name] else { continue }
      var bytes = file.settled
      for change in file.doubtful where fate != 0 {
        if fate == 1 { bytes.apply(change) } else { bytes.apply(partOf: change, using: &random) }
      }
      found[name] = bytes
    }
    return found
  }
}

extension [UInt8] {
  private mutating func grow(to length: Int) {
    if count < length { self += [UInt8](repeating: 0, count: length - count) }
  }

  private mutating func put(_ bytes: ArraySlice<UInt8>, at offset: Int) {
    grow(to: offset + bytes.count)
    replaceSubrange(offset..<(offset + bytes.count), with: bytes)
  }

  fileprivate mutating func apply(_ change: Disk.Change) {
    switch change {
    case .write(let bytes, let offset): put(bytes[...], at: offset)
    case .truncation(let length):
      if length < count { removeLast(count - length) } else { grow(to: length) }
    }
  }

  fileprivate mutating func apply(partOf change: Disk.Change, using random: inout some RandomNumberGenerator) {
    guard case .write(let bytes, let offset) = change else {
      if Bool.random(using: &random) { apply(change) }
      return
    }
    var start = 0
    while start < bytes.count {
      let end = Swift.min(bytes.count, ((offset + start) / Disk.sector + 1) * Disk.sector - offset)
      switch Int.random(in: 0..<7, using: &random) {
      case 0...2: break
      case 3...5: put(bytes[start..<end], at: offset + start)
      default: put(bytes[start..<Int.random(in: start...end, using: &random)], at: offset + start)
      }
      start = end
    }
  }
}
