"""The catalogue of services, paths through them, and the municipality's documents."""
