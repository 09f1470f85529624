// DeliveryReportsTests
