// ReturnPathCoreTests
