"""A small service: counts what it is asked, answers in JSON, ends when it is told to."""
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

counts = {}
lock = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        with lock:
            counts[self.path] = counts.get(self.path, 0) + 1
            answer = {"path": self.path, "count": counts[self.path]}
        self.send(answer)
        if self.path == "/stop":
            threading.Thread(target=self.server.shutdown).start()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send({"sum": sum(json.loads(body))})

    def send(self, answer):
        data = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format, *args):
        pass


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print("port", server.server_address[1], flush=True)
    server.serve_forever()
    print("served", sum(counts.values()))


if __name__ == "__main__":
    main()
