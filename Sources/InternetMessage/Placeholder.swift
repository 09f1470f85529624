// Room of InternetMessage.
