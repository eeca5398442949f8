"""Ways of running a script or of asking for something, and the only place that a page could reach."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer  # noqa: TID251 - nothing may reach it


class _Listening(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *args):
        pass


def listening():
    """A server on this machine that remembers what it was asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Listening)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def hostile(server):
    """Each way as a text that somebody typed."""
    at = f"http://127.0.0.1:{server.server_address[1]}"
    ran = "document.title='RAN'"
    return (
        f"<script>{ran}</script>",
        f"<script src={at}/script></script>",
        f'<img src="{at}/img">',
        f'<img src=x onerror="{ran}">',
        f"</blockquote></main><script>{ran}</script>",
        f"</title></style><script>{ran}</script>",
        f'<svg onload="{ran}"><image href="{at}/image"></image></svg>',
        f'<iframe src="{at}/frame"></iframe>',
        f"<style>@import url({at}/import); p {{ background: url({at}/css) }}</style>",
        f'<link rel="stylesheet" href="{at}/link"><link rel="preconnect" href="{at}">',
        f'<meta http-equiv="refresh" content="0;url={at}/refresh">',
        f'<base href="{at}/"><img src="base">',
        f'<video poster="{at}/poster" src="{at}/video" autoplay></video>',
        f'<object data="{at}/object"></object><embed src="{at}/embed">',
        f'" onmouseover="{ran}" autofocus onfocus="{ran}" x="',
        f"]]><script>{ran}</script>",
        f"--><script>{ran}</script>",
        f"&lt;script&gt;{ran}&lt;/script&gt;",
        f"![x]({at}/markdown)",
    )
