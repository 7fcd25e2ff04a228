internal import CBaselines
internal import Foundation

/// Runs what the benchmark compares with.
enum Baseline {
  static func times(_ count: Int, _ body: (Int64, UnsafeMutablePointer<Int64>) -> Bool) throws -> Samples {
    Samples(try nanoseconds(count, body))
  }

  static func nanoseconds(_ count: Int, _ body: (Int64, UnsafeMutablePointer<Int64>) -> Bool) throws -> [Int64] {
    var times = [Int64](repeating: 0, count: count)
    let isDone = times.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { body(Int64(count), $0) } ?? false
    }
    guard isDone else { throw Skip(reason: "a baseline failed") }
    return times
  }
}

/// What the disk itself costs.
enum Disk {
  /// Half of the disk's times are taken before ours and half after, since disks are not always the same.
  static func beside<Answer>(
    _ count: Int, in folder: URL, _ body: () throws -> Answer
  ) throws -> (Answer, disk: Samples) {
    let before = try synchronizations(count / 2, in: folder)
    let answer = try body()
    return (answer, Samples(before + (try synchronizations(count / 2, in: folder))))
  }

  private static func synchronizations(_ count: Int, in folder: URL) throws -> [Int64] {
    let path = folder.appending(path: "appended").path
    return try Baseline.nanoseconds(count) { baseline_fdatasync(path, $0, $1) }
  }
}
