// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
/// For the modules that call hardly any C: every unsafe expression must be marked.
let pure: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "boxoffice",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", exact: "0.2.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
  ],
  targets: [
    .target(name: "Booking", swiftSettings: pure),
    .target(name: "Wording", dependencies: ["Booking"], swiftSettings: pure),
    .target(name: "SeatingPlan", swiftSettings: pure),
    .target(name: "Canvas", swiftSettings: pure),
    .target(name: "Files", swiftSettings: strict),
    .target(
      name: "CTerminal",
      cSettings: [.define("NCURSES_WIDECHAR", to: "1"), .define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CursesTerminal", dependencies: ["Canvas", "CTerminal"], swiftSettings: strict),
    .target(name: "CFileIdentity", cSettings: [.define("_GNU_SOURCE")]),
    .target(
      name: "SQLiteStore",
      dependencies: [
        "Booking", "Files", "CFileIdentity", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Crowd",
      dependencies: ["Booking", .product(name: "HeapModule", package: "swift-collections")], swiftSettings: pure),
    .target(name: "RaceLab", dependencies: ["Booking", "Wording"], swiftSettings: pure),
    .target(
      name: "Screens", dependencies: ["Booking", "Wording", "RaceLab", "SeatingPlan", "Canvas"], swiftSettings: pure),
    .target(name: "Scripts", dependencies: ["Booking", "Wording", "Canvas"], swiftSettings: pure),
    .executableTarget(
      name: "boxoffice",
      dependencies: [
        "Booking", "Wording", "SeatingPlan", "Canvas", "CursesTerminal", "Files", "SQLiteStore", "Screens", "Crowd",
        "Scripts", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.embedInCode("tour.script")], swiftSettings: strict),
    .target(
      name: "CBaselines", cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("hiredis"), .linkedLibrary("sqlite3")]),
    .executableTarget(
      name: "curses-baseline", cSettings: [.define("NCURSES_WIDECHAR", to: "1"), .define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .executableTarget(
      name: "boxoffice-benchmark",
      dependencies: [
        "Booking", "Wording", "SeatingPlan", "Canvas", "SQLiteStore", "Screens", "Crowd", "HouseSimulation",
        "CBaselines",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Histogram", package: "hdrhistogram-swift"),
      ], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Booking", "SQLiteStore"], path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "HouseSimulation", dependencies: ["Booking", "SQLiteStore", "TestSupport"], path: "Tests/HouseSimulation",
      swiftSettings: strict),
    .executableTarget(
      name: "StoreWorker",
      dependencies: [
        "Booking", "SQLiteStore", "CursesTerminal", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      path: "Tests/StoreWorker", swiftSettings: strict),
    .testTarget(
      name: "StressTests",
      dependencies: [
        "Booking", "SQLiteStore", "TestSupport", "StoreWorker", "boxoffice",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BookingTests",
      dependencies: [
        "Booking", "SQLiteStore", "TestSupport", "HouseSimulation", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SQLiteStoreTests",
      dependencies: ["Booking", "Files", "SQLiteStore", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "CrowdTests", dependencies: ["Booking", "Crowd", "SQLiteStore", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "SeatingPlanTests", dependencies: ["SeatingPlan", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "WordingTests", dependencies: ["Wording", "Booking", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ScriptsTests", dependencies: ["Scripts", "Booking", "Wording", "Canvas", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Booking", "Wording", "RaceLab", "Canvas", "Screens", "SeatingPlan", "SQLiteStore", "TestSupport",
      ],
      exclude: ["Frames", "HallFrames"], swiftSettings: strict),
    .testTarget(
      name: "boxofficeTests",
      dependencies: [
        "Booking", "Wording", "RaceLab", "Files", "SQLiteStore", "SeatingPlan", "TestSupport", "StoreWorker",
        "boxoffice", "Scripts", "Screens", "Canvas", "Crowd",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
  ]
)
