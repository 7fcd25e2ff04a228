internal import Foundation
internal import Testing

@testable import boxoffice

struct TicketFilesTests {
  private let stage: Stage
  private let office = TicketFiles()

  init() throws { stage = try Stage() }

  private func export(_ name: String, _ text: String = "티켓\n") -> String? {
    office.export(ticket: "\(stage.folder)/\(name)", text: text)
  }

  @Test func `writes a ticket for its owner only`() throws {
    let path = try #require(export("ticket-7.txt"))
    #expect(path == stage.folder + "/ticket-7.txt")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "티켓\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `adds the ending that a name lacks`() throws {
    #expect(export("ticket") == stage.folder + "/ticket.txt")
  }

  @Test func `gives a name that is taken a number, and leaves the older file`() throws {
    #expect(export("ticket.txt", "first") != nil)
    #expect(export("ticket.txt", "second") == stage.folder + "/ticket-1.txt")
    #expect(export("ticket.txt", "third") == stage.folder + "/ticket-2.txt")
    #expect(try String(contentsOfFile: stage.folder + "/ticket.txt", encoding: .utf8) == "first")
    #expect(try String(contentsOfFile: stage.folder + "/ticket-2.txt", encoding: .utf8) == "third")
  }

  @Test func `answers nothing where it cannot write`() throws {
    #expect(export("no-such-folder/ticket.txt") == nil)
    #expect(try stage.files() == [])
  }

  @Test func `gives up when a hundred names are taken`() throws {
    for _ in 0..<100 { #expect(export("ticket.txt") != nil) }
    #expect(export("ticket.txt") == nil)
    #expect(try stage.files().count == 100)
  }
}
