"""From what kind of place a visitor comes: the class only; which page it was is dropped where it is read."""

from urllib.parse import urlsplit

SEARCH = (
    *(
        "google.",
        "bing.com",
        "duckduckgo.com",
        "yahoo.",
        "yandex.",
        "baidu.com",
        "ecosia.org",
        "qwant.com",
        "startpage.com",
    ),
    *("search.brave.com", "kagi.com", "sogou.com", "naver.com", "seznam.cz", "swisscows.com", "so.com"),
)
SOCIAL = (
    *(
        "facebook.com",
        "instagram.com",
        "linkedin.com",
        "lnkd.in",
        "twitter.com",
        "t.co",
        "x.com",
        "reddit.com",
        "weibo.",
    ),
    *("youtube.com", "vk.com", "mastodon.", "bsky.app", "threads.net", "news.ycombinator.com", "t.me", "wechat.com"),
)
INSIDE = ""  # from the portal itself: not an arrival


def class_of(referrer: str, *, own_host: str) -> str:
    """``none``, ``search``, ``social`` or ``other``; `INSIDE` for a link on the portal's own pages."""
    try:
        host = (urlsplit(referrer).hostname or "").lower()
    except ValueError:
        return "other"
    if not host:
        return "none"
    if host == own_host:
        return INSIDE
    if _is_one(host, SEARCH):
        return "search"
    return "social" if _is_one(host, SOCIAL) else "other"


def _is_one(host: str, names: tuple[str, ...]) -> bool:
    """Whether it is one of the sites, or a part of one. A name that ends in a point stands for all its countries."""
    dotted = f".{host}"
    return any(f".{name}" in dotted if name.endswith(".") else dotted.endswith(f".{name}") for name in names)
