"""Speaking to a council's portal: the only code of the program that opens a socket."""
