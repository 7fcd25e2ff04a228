import TestSupport
import Testing

extension Stress {
  /// The power goes at random writes, with sectors lost and torn: 3,000 times in the quick form, 100,000 in the long one.
  @Suite("The power goes")
  struct PowerCutTests {
    private static let cuts = LongForm.times(3000, long: 100_000)
    private static let cutsPerWorker = 1000

    /// Takes the power away, and answers what a worker tells of it: its figures by name, and its complaints.
    private func cut(_ count: Int, seed: Int = 0, _ flags: String...) async throws -> (
      figures: [String: Int], complaints: [String]
    ) {
      let folder = try TemporaryFolder()
      let worker = try Worker(
        ["power-cuts", "--cuts", "\(count)", "--seed", "\(seed)"] + flags, folder: folder, number: 1)
      let lines = try await worker.finished()
      let figures = (lines.last ?? "").split(separator: " ").map { $0.split(separator: "=") }
      return (
        Dictionary(uniqueKeysWithValues: figures.map { (String($0[0]), Int($0[1]) ?? -1) }), Array(lines.dropLast())
      )
    }

    @Test(.timeLimit(.minutes(60))) func `what was answered is there when it comes back, and the house goes on`()
      async throws
    {
      var figures: [String: Int] = [:]
      var complaints: [String] = []
      for round in 0..<(Self.cuts / Self.cutsPerWorker) {
        let (more, worse) = try await cut(Self.cutsPerWorker, seed: round * 1_000_000)
        figures.merge(more, uniquingKeysWith: +)
        complaints += worse
      }
      #expect(complaints.isEmpty, "\(complaints.prefix(5))")
      #expect(figures["lost"] == 0 && figures["bad"] == 0)
      #expect(figures["cuts"] == Self.cuts)
      #expect(figures["second", default: 0] > Self.cuts / 10)
      // Among them some within a commit that then stood, though nobody had been told.
      #expect(figures["unfinished", default: 0] > 0)
      print("power: \(figures)")
    }

    /// The control.
    @Test(.timeLimit(.minutes(10)))
    func `from a disk that does not heed synchronizing, commits are lost and files are damaged`()
      async throws
    {
      let (figures, _) = try await cut(200, "--deaf")
      #expect(figures["lost", default: 0] > 0, "\(figures)")
      #expect(figures["bad", default: 0] > 0, "\(figures)")
    }
  }
}
