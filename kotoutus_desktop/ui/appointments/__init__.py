"""Booked times: the calendar, who did not come and the fee, interpreters, guidance.

The page and its tabs are those of `ui/orientation` (`TabbedPage`, `Part`); a new tab is named in
`parts.py`.
"""
