"""The four films of the sample, by the folder that their media go into."""

from __future__ import annotations

from collections.abc import Mapping

from sample.bicycle_kids.film import FILM as BICYCLE_KIDS
from sample.lightcone.film import FILM as LIGHTCONE
from sample.ni.film import FILM as NI
from sample.planning import Film
from sample.trihead.film import FILM as TRI_HEAD

FILMS: Mapping[str, Film] = {film.slug: film for film in (BICYCLE_KIDS, LIGHTCONE, NI, TRI_HEAD)}
