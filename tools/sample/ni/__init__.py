"""N.I. (Neng Gong Zhi Ren): an old craftsman, a machine hand, and a joint without glue."""
