"""The areas of trouble (``docs/data/areas.yml``): what everything that lists areas reads."""

from helpsite.areas.areas import Area, Areas, WayOn, WaysOn, check_links, load_areas, render_areas

__all__ = ["Area", "Areas", "WayOn", "WaysOn", "check_links", "load_areas", "render_areas"]
