"""What headings say: how many rows they take, which columns they name, the ends of a scale in them."""
