"""The way back to the writers: an address that says which page is wrong, and nothing about the reader."""

from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit


def report_url(target: str, title: str, facts: dict[str, str]) -> str:
    """``target`` with ``facts`` (name to value) filled in; ``title`` is the subject of an email.

    ``target`` is the address of a form, whose fields are named as the facts, or ``mailto:`` and an address.
    Nothing where ``target`` is empty. Raises `ValueError` for any other kind of address.
    """
    if not target:
        return ""
    parts = urlsplit(target)
    if parts.scheme == "mailto":
        body = "".join(f"{name}: {value}\n" for name, value in facts.items())
        return f"mailto:{parts.path}?" + urlencode({"subject": title, "body": body}, quote_via=quote, safe="")
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError(f'SITE_REPORT is "{target}"; expected https://… or mailto:…')
    query = urlencode([*parse_qsl(parts.query), *facts.items()], quote_via=quote)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
