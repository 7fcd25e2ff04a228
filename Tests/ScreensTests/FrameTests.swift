// Pictures of screens, compared with the files in Frames, letter for letter and style for style. After a change that
// is meant to change them, record them anew and read the difference before it is committed:
//
//     BOXOFFICE_RECORD=1 swift test --filter FrameTests; git diff Tests/ScreensTests/Frames

import Booking
import Canvas
import Foundation
import Testing
import Wording

@testable import Screens

@Suite("Frames")
struct FrameTests {
  private static let frames = FrameFolder("Frames")

  private func compare(_ grid: Grid, with name: String) throws { try Self.frames.compare(grid, with: name) }

  private static func name(_ scene: Scene, _ language: Language, _ rest: String = "") -> String {
    "\(scene.rawValue)-\(language("ko", "en"))\(rest)"
  }

  /// Every screen in both languages, and every other scene in Korean, which is the wider one.
  private static let usual = Scene.allCases.flatMap { scene in
    (Scene.screens.contains(scene) ? Language.allCases : [.korean]).map { (scene, $0) }
  }

  @Test(arguments: usual) func `at 80 by 24`(_ scene: Scene, _ language: Language) throws {
    try compare(try scene.frame(language), with: Self.name(scene, language))
  }

  @Test(arguments: Scene.main, Language.allCases) func `at 120 by 40`(_ scene: Scene, _ language: Language) throws {
    try compare(try scene.frame(language, 120, 40), with: Self.name(scene, language, "-120x40"))
  }

  @Test(arguments: [Scene.seatMap, .sessions, .refusedAmount]) func `at 60 by 16`(_ scene: Scene) throws {
    try compare(try scene.frame(.korean, 60, 16), with: Self.name(scene, .korean, "-60x16"))
  }

  /// Halls and views of the map in the other language, or a larger window, than they are pictured in otherwise.
  private static let maps: [(Scene, Language, Size)] = [
    (.arena, .english, Size(width: 120, height: 40)), (.theatre, .english, Size(width: 120, height: 40)),
    (.seatNumbers, .english, Size(width: 80, height: 24)), (.arena, .korean, Size(width: 60, height: 16)),
    (.seatList, .korean, Size(width: 60, height: 16)),
  ]

  /// A presenter's screens, which the Korean of the usual size stands beside.
  private static let shows: [(Scene, Language, Size)] = [
    (.controlPanel, .english, Size(width: 120, height: 40)), (.policyEditor, .english, Size(width: 120, height: 40)),
    (.comparison, .english, Size(width: 80, height: 24)), (.comparison, .english, Size(width: 60, height: 16)),
    (.comparison, .korean, Size(width: 120, height: 40)),
    (.controlPanel, .english, Size(width: 60, height: 16)),
  ]

  @Test(arguments: shows) func `a presenter's screens`(_ scene: Scene, _ language: Language, _ size: Size) throws {
    try compare(try scene.frame(language, size.width, size.height), with: Self.name(scene, language, size))
  }

  private static func name(_ scene: Scene, _ language: Language, _ size: Size) -> String {
    name(scene, language, size.width == 80 ? "" : "-\(size.width)x\(size.height)")
  }

  @Test(arguments: maps) func `maps of halls`(_ scene: Scene, _ language: Language, _ size: Size) throws {
    try compare(try scene.frame(language, size.width, size.height), with: Self.name(scene, language, size))
  }

  @Test func `the seat map without colour, the cursor in brackets`() throws {
    try compare(try Scene.seatMap.frame(.english, 120, 40, hasColor: false), with: "seat-map-en-no-colour")
  }

  @Test(arguments: ascii) func `in ASCII`(_ scene: Scene) throws {
    let frame = try scene.frame(.english, glyphs: .ascii, hasColor: false)
    try compare(frame, with: Self.name(scene, .english, "-ascii"))
  }

  private static let ascii: [Scene] = [.seatMap, .arena, .seatList, .waitingRoom, .checkout, .controlPanel]

  @Test func `a window that is too small`() throws {
    try compare(try TestStage(.korean).frame(50, 12), with: "too-small-ko")
  }

  @Test(.disabled(if: FrameFolder.isRecording)) func `no file is left over`() throws {
    var names = Set(Self.usual.map { Self.name($0.0, $0.1) })
    names.formUnion(Scene.main.flatMap { scene in Language.allCases.map { Self.name(scene, $0, "-120x40") } })
    names.formUnion([Scene.seatMap, .sessions, .refusedAmount].map { Self.name($0, .korean, "-60x16") })
    names.formUnion((Self.maps + Self.shows).map { Self.name($0.0, $0.1, $0.2) })
    names.formUnion(Self.ascii.map { Self.name($0, .english, "-ascii") })
    names.formUnion(["seat-map-en-no-colour", "too-small-ko"])
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.frames.folder.path)
    #expect(Set(files) == Set(names.map { "\($0).txt" }))
  }
}
