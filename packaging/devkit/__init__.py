"""What dev.py does: private environments, starting the program, tests and checks.

Standard library only, for it runs before anything is installed; it never imports the program.
"""
