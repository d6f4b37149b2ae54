import _thread
import time


def run():
    1 / 0


def leave():
    raise SystemExit(3)


_thread.start_new_thread(run, ())
time.sleep(0.5)
_thread.start_new_thread(leave, ())
time.sleep(0.2)
print("ok")
