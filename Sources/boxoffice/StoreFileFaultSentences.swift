internal import Booking
internal import Files
internal import SQLiteStore
internal import Wording

extension StoreFileFault {
  /// The file, what is wrong with it and, unless that says it, what to do.
  func sentence(in language: Language) -> String {
    switch self {
    case .noDirectory(let path):
      language("\(path): 폴더가 없습니다. 먼저 만들어 주세요.", "\(path): there is no such directory; make it first.")
    case .isDirectory(let path):
      language("\(path): 파일이 아니라 폴더입니다.", "\(path): this is a directory, not a file.")
    case .unreadable(let path, let reason):
      language("\(path): 열 수 없습니다 (\(reason)).", "\(path): cannot be opened (\(reason)).")
    case .nameTooLong(let path, let most):
      language(
        "\(path): 파일 이름이 너무 깁니다 (최대 \(most)바이트).", "\(path): the file's name is too long (at most \(most) bytes).")
    case .pathTooLong(let path):
      language(
        "\(path): 폴더까지 합친 경로가 너무 깁니다. 더 짧은 경로에 두세요.",
        "\(path): the path is too long with its folders; keep the store in a place with a shorter one.")
    case .notADatabase(let path):
      language(
        "\(path): boxoffice 저장소가 아닙니다 (SQLite 파일이 아님). 그대로 두었습니다.",
        "\(path): not a boxoffice store (not an SQLite file); it was left as it is.")
    case .notOurs(let path):
      language(
        "\(path): 다른 프로그램의 데이터베이스입니다. 그대로 두었습니다.",
        "\(path): the database of another program; it was left as it is.")
    case .newerSchema(let path):
      language(
        "\(path): 더 새로운 boxoffice가 만든 저장소입니다. 프로그램을 새로 설치해 주세요.",
        "\(path): made by a newer boxoffice; install that one to open it.")
    case .danglingLink(let path): language("\(path): 없는 파일을 가리키는 링크입니다.", "\(path): this link leads nowhere.")
    case .missing(let path): language("\(path): 파일이 없습니다.", "\(path): there is no such file.")
    case .exists(let path):
      language("\(path): 이미 있는 파일입니다. 덮어쓰지 않았습니다.", "\(path): there is such a file already; it was left as it is.")
    case .inUse(let path):
      language(
        "\(path): 열려 있는 저장소입니다. 터미널을 모두 끝내고 다시 해 주세요.",
        "\(path): this store is open; quit every terminal that shows it and try again.")
    case .unusable(let path, let error):
      "\(path): \(error.sentence(in: language))"
    }
  }
}
