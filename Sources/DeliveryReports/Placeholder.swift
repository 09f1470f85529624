// Room of DeliveryReports.
