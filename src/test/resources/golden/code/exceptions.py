def handlers(a):
    try:
        a()
    except ValueError as e:
        print(e)
    except (TypeError, KeyError):
        raise
    except:
        return 1
    else:
        a += 1
    finally:
        a.close()
    try:
        return a and a.b or a.c
    finally:
        if a:
            (lambda: 0)()


def groups(a):
    try:
        a()
    except* ValueError as e:
        print(e)
    except* TypeError:
        pass
    for x in a:
        try:
            if x:
                continue
            break
        finally:
            x()


def managers(a, b):
    with a as x, b:
        if x:
            return x
        with a:
            pass
    with a:
        for i in b:
            yield i


def raising(a):
    try:
        raise ValueError from a
    except ValueError as e:
        try:
            raise
        except Exception:
            e = a
        while a:
            try:
                a()
            except E:
                continue
            a = None
