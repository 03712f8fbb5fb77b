"""Downloads the input images that JSON edits refer to by http(s) URL, if the settings allow it."""
