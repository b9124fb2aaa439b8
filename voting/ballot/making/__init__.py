"""What voters, tellers and the server make.  The verifier imports nothing from here.

Private numbers live in objects that do not show them, and never in the words of an error.
"""
