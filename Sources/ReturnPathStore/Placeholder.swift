// Room of ReturnPathStore.
