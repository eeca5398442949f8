"""Every widget in every state on one page, for those who work on the look; a person never meets it.

``kat-journal run --gallery`` opens it. It needs no journal and reads nothing of anybody's, and its words are not
translated. The tests of the look photograph it.
"""
