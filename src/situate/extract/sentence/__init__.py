"""What the claims of one sentence say of each other: whose dead, which ring, one deed or two."""
