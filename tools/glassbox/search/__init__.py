"""Find: any remembered words, in any language, without a server. Records become documents, documents an index of shards."""
