"""From a person's place to the screen they should see: one maker a state."""
