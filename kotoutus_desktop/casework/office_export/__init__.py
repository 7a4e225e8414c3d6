"""The whole office as files that other programs read: tables, their schema, scans."""
