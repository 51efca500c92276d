"""How the tables came to be: one file a schema version, run in order when a store is opened."""
