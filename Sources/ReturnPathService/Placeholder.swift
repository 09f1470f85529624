// Room of ReturnPathService.
