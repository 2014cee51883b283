"""The security policy that every page carries, and header files repeat."""

from __future__ import annotations

_RULES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("media-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)

# No hashes and no nonces: a page that needs one has an inline script, and none may.
PAGE_POLICY = "; ".join(f"{name} {sources}" for name, sources in _RULES)
"""For `<meta http-equiv="Content-Security-Policy">`."""

HEADER_POLICY = f"{PAGE_POLICY}; frame-ancestors 'none'"
"""For the headers of a server; `frame-ancestors` is not heard in a page."""
