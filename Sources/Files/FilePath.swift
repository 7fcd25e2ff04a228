internal import Glibc

/// Where a file or folder lies, as the system has it: bytes, which need not be text in any encoding.
///
/// A relative path stays relative. In sentences a path stands as `description`, which is text whatever the bytes are.
package struct FilePath: Hashable, Sendable {
  /// With the zero at the end, as system calls take it.
  package let cString: [CChar]

  /// Without the zero at the end.
  package var bytes: [UInt8] { cString.dropLast().map(UInt8.init(bitPattern:)) }

  /// What a zero cuts off no system call would see either.
  package init(bytes: some Sequence<UInt8>) {
    cString = bytes.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0]
  }

  /// - Parameter text: what `MarkedText` made of an argument or a variable, or any other text, which is taken as UTF-8.
  package init(_ text: String) { self.init(bytes: MarkedText.bytes(of: text)) }

  package var isAbsolute: Bool { bytes.first == Self.slash }

  /// The last part of it.
  package var name: FilePath { FilePath(bytes: bytes.dropFirst(lengthToName)) }

  /// What its last part lies in: `.` where there is no other.
  package var folder: FilePath {
    switch lengthToName {
    case 0: "."
    case 1: "/"
    case let length: FilePath(bytes: bytes.prefix(length - 1))
    }
  }

  /// Up to its last slash, and that.
  private var lengthToName: Int { bytes.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0 }

  /// Its folders from the first to itself: `/a`, `/a/b`, `/a/b/c`.
  package var ancestry: [FilePath] {
    let bytes = bytes
    let ends = bytes.indices.filter { $0 > 0 && bytes[$0] == Self.slash && bytes[$0 - 1] != Self.slash } + [bytes.count]
    return ends.map { FilePath(bytes: bytes[..<$0]) }
  }

  /// The same name with something at its end.
  package static func + (path: FilePath, ending: String) -> FilePath {
    FilePath(bytes: path.bytes + Array(ending.utf8))
  }

  /// Something in a folder.
  package static func / (folder: FilePath, name: FilePath) -> FilePath {
    FilePath(bytes: (folder.bytes.last == slash ? folder.bytes : folder.bytes + [slash]) + name.bytes)
  }

  private static let slash = UInt8(ascii: "/")
}

extension FilePath: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self.init(text) }
}

extension FilePath: CustomStringConvertible {
  /// As it is shown: what is no UTF-8 in it as `\xNN`.
  package var description: String { MarkedText.shown(MarkedText.text(of: bytes)) }
}

extension FilePath {
  /// The whole path without links, as far as there is something at it; nil where there is not.
  package var resolved: FilePath? {
    guard let real = realpath(cString, nil) else { return nil }
    defer { free(real) }
    return FilePath(cString: real)
  }

  /// What a system call gave.
  package init(cString: UnsafePointer<CChar>) {
    self.init(bytes: UnsafeBufferPointer(start: cString, count: strlen(cString)).map(UInt8.init(bitPattern:)))
  }

  /// Whether it leads to a folder in which this process may make files.
  package var isWritableFolder: Bool {
    var status = stat()
    return stat(cString, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && faccessat(AT_FDCWD, cString, W_OK | X_OK, AT_EACCESS) == 0
  }
}
