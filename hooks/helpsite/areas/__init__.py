"""The areas of trouble (``docs/data/areas.yml``): what everything that lists areas reads."""

from helpsite.areas.areas import (
    Area,
    Areas,
    WayOn,
    WaysOn,
    check_area_links,
    check_name,
    load_areas,
    render_areas,
    render_ways,
)

__all__ = [
    "Area",
    "Areas",
    "WayOn",
    "WaysOn",
    "check_area_links",
    "check_name",
    "load_areas",
    "render_areas",
    "render_ways",
]
