"""The sentences of the pages: what an analysis says, in words for the screen."""
