"""One case on two laptops: whom to trust, what to send, what arrived, what contradicts."""
