"""Civic orientation: the page with its tabs, a course with its tabs, the planner.

How to hang in: write a `Part` (part.py) in a module of its own, and name it in `parts.py`, in
ON_ORIENTATION or ON_COURSE, where its tab is to stand. It is made when its tab is first shown.
`Destination(PageName.ORIENTATION, focus="waiting")` leads to a tab; for a course add
`record=course.id`. What follows a colon in the focus, such as the id of a meeting in
"roll:0190...", is handed to the part's `arrive`.
"""
