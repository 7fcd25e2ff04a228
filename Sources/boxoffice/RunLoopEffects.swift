internal import Booking
internal import Canvas
internal import CursesTerminal
internal import Files
internal import Logging
internal import Screens

/// What the app asks of the loop besides pictures, and how a script or a recording in it ends.
extension RunLoop {
  mutating func save(_ text: String, as name: String) {
    switch OutputFile.create(FilePath(name), with: text) {
    case .written(let path):
      // Where it is recorded, what the screen says must not depend on which files there are.
      if recorder == nil { app.announce(LocalizedText("\(path)에 저장했습니다.", "Saved as \(path).")) }
    case .failed(let reason):
      app.complain(LocalizedText("\(name) 파일을 저장하지 못했습니다 (\(reason)).", "\(name) could not be saved (\(reason))."))
    }
    isFrameDue = true
  }

  /// Stands still, as a program does that is kept from running; only its end is heard. Returns the exit status of that.
  func stall(_ time: Duration) -> Int32? {
    let end = Self.now() + time.milliseconds
    while Self.now() < end {
      for case .terminate(let status) in terminal.sleep(milliseconds: end - Self.now()) { return status }
    }
    return nil
  }

  mutating func endScript(_ news: LocalizedText) {
    stage?.playback.leave()
    if stage?.playback.isTour ?? false { app.explain() }
    effects += stage?.playback.takeEffects() ?? []
    stage = nil
    app.tick(isStoreNews: true)
    app.announce(news)
    isFrameDue = true
  }

  /// The session cannot be repeated any more: it goes on as any other.
  mutating func endRecording(_ reason: LocalizedText) {
    recorder?.abandon()
    recorder?.playback.leave()
    effects += recorder?.playback.takeEffects() ?? []
    recorder = nil
    app.tick(isStoreNews: true)
    app.announce(reason)
    log.error("\(reason.english)")
    isFrameDue = true
  }
}
