internal import CBaselines
internal import Foundation
internal import SQLiteStore

/// The line: places, joins and admissions, against a sorted set in Redis and the disk.
enum QueueExperiments {
  static func large(in folder: URL) -> Subject {
    Subject(name: "queue: a million wait, a tenth has left") {
      let million = 1_000_000
      let house = try QueueFixture(in: folder, waiting: million, leavingEvery: 10)
      let small = try QueueFixture(in: folder, waiting: 1000, leavingEvery: 10)
      let (near, far) = (
        try RedisServer(in: folder, isDurable: false, core: 0), try RedisServer(in: folder, isDurable: false, core: 1)
      )
      for redis in [near, far] {
        try redis.require(baseline_redis_fill(redis.connection, Int64(million)))
        try redis.require(baseline_redis_thin(redis.connection, Int64(million), 10))
      }
      func ranks(_ redis: RedisServer) throws -> Samples {
        // Of those that are left, since every tenth is gone.
        try redis.times(20_000) { baseline_redis_rank($0, Int64(million), $1, $2) }
      }
      return [
        Experiment(
          name: "position, p50", anchor: "Redis ZRANK over a Unix socket, one core", goal: .atMost(0.9)
        ) { Experiment.Round.times(try house.positions(20_000), by: try ranks(near)) },
        Experiment(
          name: "position, p50", anchor: "Redis ZRANK over a Unix socket, two cores", goal: .atMost(0.25)
        ) { Experiment.Round.times(try house.positions(20_000), by: try ranks(far)) },
        Experiment(name: "position, p50", anchor: "the same at 1,000", goal: .atMost(4)) {
          Experiment.Round.times(try house.positions(20_000), by: try small.positions(20_000))
        },
        Experiment(
          name: "admit 100, p50", anchor: "Redis ZPOPMIN 100 and 100 SET EX, two cores", goal: .atMost(3.5)
        ) {
          Experiment.Round.times(
            try house.admissions(40), by: try far.times(40) { baseline_redis_admit($0, $1, $2) })
        },
        Experiment(name: "sweep with nothing due, p50", anchor: "the same by a full scan in C", goal: .atMost(0.001)) {
          let sql = "SELECT * FROM token NOT INDEXED WHERE live_deadline <= 0"
          let anchor = try Baseline.times(3) { baseline_query(house.path, sql, $0, $1) }
          return Experiment.Round.times(try house.sweeps(1000), by: anchor)
        },
        Experiment(name: "bytes of a waiter, with its event", anchor: "Redis, memory of a waiter", goal: .atMost(0.65))
        {
          let bytes = try memoryPerWaiter(near)
          return Experiment.Round(ours: nil, ratio: house.bytesPerWaiter / bytes)
        },
      ]
    }
  }

  static func joins(in folder: URL) -> Subject {
    Subject(name: "queue: 100,000 wait") {
      let waiting = 100_000
      let house = try QueueFixture(in: folder, waiting: waiting)
      let redis = try RedisServer(in: folder, isDurable: true, core: 1)
      try redis.require(baseline_redis_fill(redis.connection, Int64(waiting)))
      var next = Int64(waiting) + 1
      return [
        Experiment(
          name: "joins per second, NORMAL", anchor: "Redis ZADD, AOF every second, two cores", goal: .atLeast(1.3)
        ) {
          let anchor = try redis.times(10_000) { baseline_redis_join($0, next, $1, $2) }
          next += 10_000
          return Experiment.Round.rates(try house.joins(10_000, .normal), by: anchor)
        },
        Experiment(
          name: "joins per second, FULL", anchor: "fdatasync after an append of 4 KiB", goal: .atLeast(0.8)
        ) {
          let (joins, anchor) = try Disk.beside(2000, in: folder) { try house.joins(2000, .full) }
          return Experiment.Round.rates(joins, by: anchor)
        },
      ]
    }
  }

  private static func memoryPerWaiter(_ redis: RedisServer) throws -> Double {
    let count: Int64 = 100_000
    try redis.require(baseline_redis_fill(redis.connection, 0))
    let before = baseline_redis_memory(redis.connection)
    try redis.require(baseline_redis_fill(redis.connection, count))
    return Double(baseline_redis_memory(redis.connection) - before) / Double(count)
  }
}
