print("liggare")
