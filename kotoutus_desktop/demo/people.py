"""The forty fictional clients. Any likeness to a real person is chance."""

from kotoutus_desktop.demo.families import FAMILIES
from kotoutus_desktop.demo.jobseekers import JOBSEEKERS
from kotoutus_desktop.demo.newcomers import NEWCOMERS
from kotoutus_desktop.demo.particular import PARTICULAR
from kotoutus_desktop.demo.person import Person
from kotoutus_desktop.demo.refugees import REFUGEES

PEOPLE: tuple[Person, ...] = (*FAMILIES, *REFUGEES, *JOBSEEKERS, *NEWCOMERS, *PARTICULAR)
