"""Checking a file and mending what can be mended, without ever writing to the damaged one."""
