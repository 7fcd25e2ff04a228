import Booking
import Canvas
import Crowd
import Files
import SQLiteStore
import Screens
import TestSupport
import Wording

@testable import boxoffice

/// A show whose clock stands until a playback lets it pass, with the person to play signed in.
final class PlayedFixture {
  let folder: TemporaryFolder
  let house: HouseOpening.Opened
  let show: DemoShow
  let clock = PlayedClock(isWatched: false)
  let app: App

  init(crowd: Int = 80, rate: Int64 = 20_000, policy: Policy = Policy(), explains: Bool = false) throws {
    folder = try TemporaryFolder()
    var recipe = DemoShow.Recipe()
    recipe.plan.size = crowd
    recipe.plan.span = .minutes(4)
    recipe.rate = rate
    recipe.hall = 0
    recipe.policy = policy
    let runEnvironment = RunEnvironment.played(clock, seed: 5)
    house = try HouseOpening.openShow(file: FilePath(folder.file("show.sqlite")), recipe, in: runEnvironment)
    show = DemoShow(house, recipe, clock: nil, reading: runEnvironment.reading)
    let you = try show.begin()
    _ = try house.store.hasForeignChange()
    app = try App(
      engine: house.engine, language: .english, theme: Theme(hasColor: true, glyphs: .unicode),
      random: runEnvironment.random(), show: show)
    try app.signIn(you)
    if explains { app.explain() }
    try show.start()
    app.tick()
  }

  deinit { house.store.close() }
}
