"""What is brought to people besides their screen: a kind of delivery, a maker."""
