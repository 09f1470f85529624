// ReturnPathStoreTests
