// Pictures of the sample halls at every zoom, compared with the files in HallFrames. Recorded anew as Frames are:
//
//     BOXOFFICE_RECORD=1 swift test --filter HallFrameTests; git diff Tests/ScreensTests/HallFrames

import Booking
import Canvas
import Testing

@testable import Screens

@Suite("Frames of the sample halls")
struct HallFrameTests {
  private static let frames = FrameFolder("HallFrames")
  private static let halls: [(name: String, hall: HallDraft)] = [
    ("club", .club), ("theatre", .theatre), ("arena", .arena), ("stadium", .stadium),
  ]
  private static let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40)]

  @Test(arguments: halls.indices) func `at every zoom, in both sizes`(_ index: Int) throws {
    let (name, hall) = Self.halls[index]
    let stage = try TestStage(season: .single(hall))
    stage.openMap()
    for size in Self.sizes {
      stage.resize(size.width, size.height)
      for zoom in Zoom.allCases {
        while let now = stage.map?.zoom, now != zoom { stage.press(now < zoom ? "+" : "-") }
        // What the last step said at the end of the ladder is no part of the hall.
        stage.press(.home)
        try Self.frames.compare(stage.grid, with: "\(name)-\(zoom)-\(size.width)x\(size.height)")
      }
    }
  }
}
