def g():
    try: raise ValueError(1)
    except ValueError as e:
        e.add_note('a note')
        raise ExceptionGroup('eg',[e, TypeError('t'), ExceptionGroup('in',[OSError(2,'x')])]) from KeyError('cause')
g()
