import Testing

@testable import boxoffice
