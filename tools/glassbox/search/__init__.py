"""Find: any remembered words, in any language, without a server: records become documents, documents an index."""
