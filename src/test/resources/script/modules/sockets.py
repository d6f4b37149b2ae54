import threading, http.server, urllib.request, socket, asyncio
class H(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        b=b'hello '+self.path.encode(); self.send_response(200); self.send_header('Content-Length',str(len(b))); self.end_headers(); self.wfile.write(b)
    def log_message(self,*a): pass
s=http.server.HTTPServer(('127.0.0.1',0),H)
t=threading.Thread(target=s.serve_forever); t.start()
print(urllib.request.urlopen('http://127.0.0.1:%d/x'%s.server_port).read())
s.shutdown(); t.join(); s.server_close()
a,b=socket.socketpair(); a.send(b'abc'); print(b.recv(10))
async def main():
    async def h(r,w):
        d=await r.readline(); w.write(d.upper()); await w.drain(); w.close()
    srv=await asyncio.start_server(h,'127.0.0.1',0)
    p=srv.sockets[0].getsockname()[1]
    r,w=await asyncio.open_connection('127.0.0.1',p)
    w.write(b'hello\n'); print(await r.readline()); w.close(); srv.close()
    await asyncio.sleep(.01)
asyncio.run(main())
u=socket.socket(socket.AF_INET,socket.SOCK_DGRAM); u.bind(('127.0.0.1',0)); u.sendto(b'hi',u.getsockname()); print(u.recvfrom(10)[0])
try: socket.create_connection(('127.0.0.1',1))
except OSError as e: print(repr(e))
print(socket.inet_ntop(10,socket.inet_pton(10,'::1')), socket.getaddrinfo('127.0.0.1',80)[0])
