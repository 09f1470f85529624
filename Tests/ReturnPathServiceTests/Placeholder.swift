// ReturnPathServiceTests
