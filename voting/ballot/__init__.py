"""The cryptography of the secret ballot: Belenios, crypto version 1, archives as of tool 2.0.

Pure: values in, values out; the only chance is `secrets`.  What checks stands here and in
`verify`, what makes stands in `making`, and the first never imports the second.
"""
