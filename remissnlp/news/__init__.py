"""What is new between two runs: responses, teman, ranks, moved synpunkter, with the quotes that made them."""
