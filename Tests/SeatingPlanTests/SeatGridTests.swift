import Testing

@testable import SeatingPlan
