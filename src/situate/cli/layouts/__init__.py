"""How each kind of thing is shown: the columns of its table and its csv file, and its JSON. One module a kind."""
