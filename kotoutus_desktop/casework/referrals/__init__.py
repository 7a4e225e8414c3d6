"""Referrals of clients to services: writing one, its ground, its answers (§ 20(5))."""
