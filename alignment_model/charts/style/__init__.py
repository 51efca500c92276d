"""How charts look: type sizes, colours and their contrast, a company's own theme and its checks."""
