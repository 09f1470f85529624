// Room of ReturnPathCore.
