"""The report's sections, one file a theme; each returns its `Section`, or None when it has nothing to say."""
