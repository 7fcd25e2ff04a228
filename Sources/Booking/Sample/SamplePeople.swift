/// The people of a new house: a few with a story each, and a line that is already waiting.
package enum SamplePeople {
  /// 120 people wait in a new house, so that a first visit sees the line move.
  package static let waiting = 120

  package static let all: [SeedUser] =
    [
      SeedUser(name: "김하늘", balance: Won(500_000)),
      SeedUser(name: "Alex Morgan", balance: Won(500_000)),
      SeedUser(name: "이서준", balance: Won(150_000)),
      SeedUser(name: "Mina Park", balance: Won(1_200_000)),
      SeedUser(name: "박지우", balance: Won(30_000)),
      SeedUser(name: "Daniel Cho", balance: .zero),
      SeedUser(name: "최은서", balance: Won(9_800_000)),
      SeedUser(name: "Sofia Rossi", balance: Won(250_000)),
      SeedUser(name: "정민재", balance: Won(80_000)),
      SeedUser(name: "Yuki Tanaka", balance: Won(330_000)),
    ]
    + (0..<waiting).map { index in
      SeedUser(name: name(200 + index), balance: Won(Int64(index % 12) * 50_000), isWaiting: true)
    }

  private static let families = Array("김이박최정강조윤장임한오서신권황안송류홍")
  private static let given = [
    "서윤", "도윤", "지우", "하준", "서연", "시우", "하은", "주원", "지민", "예준", "수아", "지호", "다은", "준서", "채원", "현우",
    "유진", "건우", "소율", "선우", "나윤", "연우", "민서",
  ]

  /// The name of the `index`-th person of no particular story; 460 differ.
  static func name(_ index: Int) -> String {
    String(families[index % families.count]) + given[(index * 7 + index / families.count) % given.count]
  }
}
