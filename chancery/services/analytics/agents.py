"""Which callers are programs and not people: by what they say of themselves. Those who lie are counted as people."""

BOTS: dict[str, tuple[str, ...]] = {
    "crawlers": (
        "bot",
        "crawl",
        "spider",
        "slurp",
        "archiver",
        "scrapy",
        "ia_archiver",
        "yandeximages",
        "google-extended",
    ),
    "previews": ("facebookexternalhit", "whatsapp", "telegram", "skypeuripreview", "embedly", "bitlybot", "preview"),
    "monitors": ("uptime", "pingdom", "statuscake", "monitor", "nagios", "zabbix", "healthcheck", "probe"),
    "programs": (
        *("curl", "wget", "python", "httpx", "aiohttp", "go-http", "java/", "okhttp", "libwww", "lwp-", "perl", "ruby"),
        *("php", "guzzle", "axios", "node-fetch", "undici", "postman", "insomnia", "powershell", "httpclient"),
    ),
    "browsers without a person": ("headless", "phantomjs", "lighthouse", "selenium", "puppeteer", "playwright"),
    "checkers": ("validator", "linkchecker", "checklink", "scanner", "nikto", "nmap", "zgrab", "masscan"),
}
"""Class -> what is looked for in the browser's description, in lower case. Shown in docs/operating/analytics.md."""

WORDS = tuple(word for words in BOTS.values() for word in words)


def is_bot(agent: str) -> bool:
    """A declared program, or a caller that does not say what it is."""
    said = agent.lower()
    return not said or any(word in said for word in WORDS)
