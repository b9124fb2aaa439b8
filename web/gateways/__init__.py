"""The world outside: mail, files, documents.  Each fulfils what it is asked for, and no more."""
