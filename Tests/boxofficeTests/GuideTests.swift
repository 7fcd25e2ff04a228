internal import ArgumentParser
internal import Booking
internal import Foundation
internal import RaceLab
internal import TestSupport
internal import Testing

@testable import boxoffice

/// README and the pages of the catalogs name files, headings, commands and values: all of them exist.
struct GuideTests {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let readme = top.appending(path: "README.md")

  /// README, and every page of a catalog.
  private static let pages: [URL] = {
    let sources = FileManager.default.enumerator(at: top.appending(path: "Sources"), includingPropertiesForKeys: nil)
    let pages = sources?.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" } ?? []
    return [readme] + pages.sorted { $0.path < $1.path }
  }()

  /// By subcommand: how it is called, and every option that its help names.
  private static let options = Dictionary(
    uniqueKeysWithValues: Boxoffice.configuration.subcommands.map { command in
      let help = Boxoffice.helpMessage(for: command, includeHidden: true)
      return (command.configuration.commandName ?? "", Set(help.matches(of: /--[a-z][a-z-]*/).map { String($0.0) }))
    })

  /// What the parser adds to all of them.
  private static let common: Set = ["--generate-completion-script", "--help", "--version"]

  /// What a text calls that is not there, as `demo --colour`.
  private static func unknownCalls(in page: GuidePage) -> [String] {
    page.calls.flatMap { call -> [String] in
      let command = call.command ?? "open"
      if command == "help" { return [] }
      guard let options = options[command] else { return [command] }
      return call.options.filter { !options.union(common).contains($0) }.map { "\(command) \($0)" }
    }
  }

  @Test func `there is a page of each catalog's name in every catalog`() {
    let catalogs = Set(Self.pages.dropFirst().map { $0.deletingLastPathComponent() })
    #expect(catalogs.count >= 6)
    for catalog in catalogs {
      let page = catalog.appending(path: "\(catalog.deletingPathExtension().lastPathComponent).md")
      #expect(FileManager.default.fileExists(atPath: page.path), "\(page.path)")
    }
  }

  @Test(arguments: pages)
  func `every link of a page leads to a file, and every anchor to a heading`(_ page: URL) throws {
    #expect(try GuidePage(page).brokenLinks() == [])
  }

  @Test(arguments: pages) func `every file that a page names as code exists`(_ page: URL) throws {
    #expect(try GuidePage(page).missingPaths(below: Self.top) == [])
  }

  @Test(arguments: pages) func `every command and option that a page calls exists`(_ page: URL) throws {
    #expect(try Self.unknownCalls(in: GuidePage(page)) == [])
  }

  @Test func `README has at most 15,000 bytes`() throws {
    #expect(try Data(contentsOf: Self.readme).count <= 15_000)
  }

  @Test func `README names every command`() throws {
    let named = Set(try GuidePage(Self.readme).calls.compactMap(\.command))
    #expect(Set(Self.options.keys).subtracting(["open"]).subtracting(named) == [])
  }

  @Test func `README names every value of the policy with its default`() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let rows = text.matches(of: /(?m)^\| `(--[a-z-]+)` \| `?([0-9a-z]+)`? \|/).map { [String($0.1), String($0.2)] }
    #expect(Set(rows.map { $0[0] }) == Set(PolicyValue.allCases.map(\.setting.option)))
    let other = PolicyValue.allCases.flatMap { [$0.setting.option, $0.setting.kind == .time ? "1s" : "1"] }
    let policy = try PolicyOptions.parse(other).applied(to: Policy())
    #expect(try PolicyOptions.parse(rows.flatMap { $0 }).applied(to: policy) == Policy())
  }

  @Test func `the testers' guide names races that can be played`() throws {
    let guide = Self.top.appending(path: "Sources/Screens/Screens.docc/Testing-by-Hand.md")
    let text = try String(contentsOf: guide, encoding: .utf8)
    let named = Set(text.matches(of: /\*([^*\n]+)\*/).map { String($0.1) })
    #expect(named.count > 25)
    #expect(named.subtracting(Collision.all.map(\.title.english)) == [])
    #expect(text.contains("lists \(Collision.all.count) races"))
  }

  @Test func `every suite that the table of reliability names exists`() throws {
    let page = Self.top.appending(path: "Sources/SQLiteStore/SQLiteStore.docc/Reliability.md")
    let suites = Set(try GuidePage(page).code.filter { $0.contains(/^[A-Z][A-Za-z]+Tests$/) })
    let files = FileManager.default.enumerator(at: Self.top.appending(path: "Tests"), includingPropertiesForKeys: nil)
    let names = Set((files?.compactMap { $0 as? URL } ?? []).map { $0.deletingPathExtension().lastPathComponent })
    #expect(suites.count > 20)
    #expect(suites.subtracting(names) == [])
  }
}

/// What the tests of the guides look for, in made-up pages.
struct GuidePageTests {
  private let folder: TemporaryFolder
  private let top: URL

  init() throws {
    folder = try TemporaryFolder()
    top = URL(filePath: folder.path)
    try folder.write(Array("# Other page\n\n## Two words, one-hyphen!\n\n## Twice\n\n## Twice\n".utf8), to: "Other.md")
  }

  private func page(_ text: String) -> GuidePage { GuidePage(top.appending(path: "Page.md"), text) }

  @Test func `finds a link to a file that is missing, in text and in a picture`() throws {
    let page = page("[a](Other.md) [b](Missing.md)\n![c](no.png) [wrapped\ntext](gone/Page.md)")
    #expect(try page.brokenLinks() == ["Missing.md", "no.png", "gone/Page.md"])
  }

  @Test func `finds an anchor without a heading, on the page and on another`() throws {
    let page = page("# A page\n[a](#a-page) [b](#b-page) [c](Other.md#twice-1) [d](Other.md#twice-2)")
    #expect(try page.brokenLinks() == ["#b-page", "Other.md#twice-2"])
  }

  @Test func `makes anchors of headings as code hosts do`() throws {
    let other = try GuidePage(top.appending(path: "Other.md"))
    #expect(other.anchors == ["other-page", "two-words-one-hyphen", "twice", "twice-1"])
    #expect(page("## 좌석 지도\n```sh\n# no heading\n```").anchors == ["좌석-지도"])
  }

  @Test func `leaves addresses and code alone`() throws {
    let page = page("[a](https://example.com/x#y) `[b](Missing.md)`\n```text\n[c](Missing.md)\n```")
    #expect(page.links == ["https://example.com/x#y"])
    #expect(try page.brokenLinks() == [])
  }

  @Test func `finds a path in code that is missing`() throws {
    try folder.write([], to: "Sources")
    let page = page("`Sources/Gone.swift` `Sources and more` `Tests/Gone`")
    #expect(page.missingPaths(below: top) == ["Sources/Gone.swift", "Tests/Gone"])
  }

  @Test func `reads calls of the program out of code`() {
    let page = page(
      """
      Run `boxoffice`, not boxoffice nonsense, or `boxoffice backup TO`, or `boxoffice-benchmark growth`.
      ```sh
      swift build --product boxoffice && install .build/release/boxoffice ~/bin
      boxoffice demo --crowd 20 --headless  # --colour
      boxoffice --memory > boxoffice.log
      ```
      """)
    #expect(
      page.calls == [
        GuidePage.Call(command: nil, options: []), GuidePage.Call(command: "demo", options: ["--crowd", "--headless"]),
        GuidePage.Call(command: nil, options: ["--memory"]), GuidePage.Call(command: "backup", options: []),
      ])
  }
}
