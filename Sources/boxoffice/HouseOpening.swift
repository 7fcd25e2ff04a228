internal import Booking
internal import Files
internal import SQLiteStore
internal import Screens
internal import SeatingPlan

/// Opens a house: finds or makes its store, and ties its clock to this machine's.
enum HouseOpening {
  struct Opened {
    let store: DatabaseStore
    let engine: BookingEngine
    /// Whether it was made just now.
    let isNew: Bool
    /// What is to be said of the machine's clock.
    let clockNotice: ClockAnchoring.Notice?
  }

  /// The sample halls, in the order the sample programme wants: a club, a theatre, an arena, a stadium.
  static func sampleHalls() -> [HallDraft] {
    [
      HallDraft(name: LocalizedText("클럽 온도", "Club Ondo"), plan: SampleHalls.club),
      HallDraft(name: LocalizedText("한빛극장", "Hanbit Theatre"), plan: SampleHalls.theatre),
      HallDraft(name: LocalizedText("누리아레나", "Nuri Arena"), plan: SampleHalls.arena),
      HallDraft(name: LocalizedText("하늘경기장", "Haneul Stadium"), plan: SampleHalls.stadium),
    ]
  }

  /// A store in a file, made and filled when it is missing.
  /// - Parameter fill: puts into a new store what it gets beside its first season; when it throws, none is made.
  static func open(
    file path: FilePath, policy: Policy, fill: (BookingEngine) throws -> Void = { _ in }
  ) throws -> Opened {
    let opened = try StoreFile(path: path).open { store in try fill(create(store, policy)) }
    return try tie(opened.store, isNew: opened.isNew)
  }

  static func openInMemory(policy: Policy) throws -> Opened {
    let store = try DatabaseStore.inMemory()
    _ = try create(store, policy)
    return try tie(store, isNew: true)
  }

  /// A demonstration in a file of its own.
  /// - Throws: `ShowExists` when there is a file already.
  static func openShow(file path: FilePath, _ recipe: DemoShow.Recipe, in runEnvironment: RunEnvironment) throws
    -> Opened
  {
    let opened = try StoreFile(path: path).open { store in
      let start = runEnvironment.reading().wall
      try BookingEngine(store: store, clock: runEnvironment.clock, random: runEnvironment.random()).create(
        .demonstration, anchor: runEnvironment.clock.anchor(at: start, rate: 0), policy: recipe.policy,
        season: DemoShow.season(recipe, from: start), people: DemoShow.people)
    }
    guard opened.isNew else {
      opened.store.close()
      throw ShowExists()
    }
    return try tie(opened.store, isNew: true, in: runEnvironment)
  }

  /// A show begins in a new file.
  struct ShowExists: Error {}

  private static func create(_ store: DatabaseStore, _ policy: Policy) throws -> BookingEngine {
    let reading = MachineClock.reading()
    let anchor = reading.anchor(at: reading.wall)
    let engine = BookingEngine(store: store, clock: MachineBookingClock())
    try engine.create(
      .real, anchor: anchor, policy: policy, season: .sample(halls: sampleHalls(), from: reading.wall),
      people: SamplePeople.all)
    return engine
  }

  private static func tie(
    _ store: DatabaseStore, isNew: Bool, in runEnvironment: RunEnvironment = .real
  ) throws -> Opened {
    let path = store.filePath
    let (_, notice) = try ClockAnchoring.anchor(
      in: store, reading: runEnvironment.reading(), company: store.registerPresence(),
      newestStamp: { path.flatMap { FileStamps.newest(around: $0) } })
    return Opened(
      store: store,
      engine: BookingEngine(store: store, clock: runEnvironment.clock, random: runEnvironment.random()), isNew: isNew,
      clockNotice: notice)
  }
}
