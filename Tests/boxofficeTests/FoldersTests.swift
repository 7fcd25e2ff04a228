internal import Files
internal import Foundation
internal import TestSupport
internal import Testing

@testable import boxoffice

@Suite("The user's folders")
struct FoldersTests {
  private func folders(_ variables: [String: String]) -> Folders { Folders { variables[$0] } }

  @Test func `are those that the environment names`() {
    let folders = folders(["HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"])
    #expect(folders.defaultStore(isMade: false) == "/d/boxoffice/boxoffice.sqlite")
    #expect(folders.configuration() == "/c/boxoffice/config.json")
  }

  @Test func `lie in the home where nothing else is named, or a place that depends on where one stands`() {
    for variables in [["HOME": "/h"], ["HOME": "/h", "XDG_DATA_HOME": "here", "XDG_CONFIG_HOME": "./there"]] {
      #expect(folders(variables).defaultStore(isMade: false) == "/h/.local/share/boxoffice/boxoffice.sqlite")
      #expect(folders(variables).configuration() == "/h/.config/boxoffice/config.json")
    }
  }

  @Test(arguments: ["here", "./there", "~"])
  func `lie in the home that the system has on record where HOME depends on where one stands`(_ home: String) {
    #expect(folders(["HOME": home]).configuration() == folders([:]).configuration())
  }

  @Test func `are found when their names are no text`() throws {
    let place = try TemporaryFolder()
    let home = FilePath(place.path) / FilePath(bytes: [0xB0, 0xFF])
    let store = folders(["HOME": MarkedText.text(of: home.bytes)]).defaultStore()
    #expect(store == home / ".local/share/boxoffice/boxoffice.sqlite")
    #expect(try #require(store).folder.isWritableFolder)
  }

  @Test func `for temporary files are the session's, or else TMPDIR, where they can be written`() throws {
    let place = try TemporaryFolder()
    try place.write([], to: "file")
    for other in ["none", "/nonexistent", place.file("file"), "."] {
      #expect(folders(["XDG_RUNTIME_DIR": other, "TMPDIR": place.path]).temporary() == FilePath(place.path))
      #expect(folders(["XDG_RUNTIME_DIR": place.path, "TMPDIR": other]).temporary() == FilePath(place.path))
      #expect(folders(["TMPDIR": other]).temporary() == "/tmp")
    }
  }

  @Test func `lie in the home that the system has on record where HOME is unset`() throws {
    let home = String(cString: try #require(getpwuid(getuid()).pointee.pw_dir))
    #expect(folders([:]).defaultStore(isMade: false) == "\(home)/.local/share/boxoffice/boxoffice.sqlite")
    #expect(folders([:]).configuration() == "\(home)/.config/boxoffice/config.json")
  }

  @Test func `are made for their owner only, and where nothing may change not at all`() throws {
    let place = try TemporaryFolder()
    let folders = folders(["HOME": place.path])
    _ = folders.defaultStore(isMade: false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == [])
    for file in [folders.defaultStore(), folders.log()] {
      let folder = try #require(file).folder.description
      let attributes = try FileManager.default.attributesOfItem(atPath: folder)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
    }
  }
}
