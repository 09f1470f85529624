print("sixreturn")
