"""What leaves the app: snapshots, packs, links, comparisons."""
