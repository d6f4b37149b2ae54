def generator(a):
    x = yield
    y = yield x
    try:
        yield from a
    except E:
        return y
    finally:
        yield 1


async def coroutine(a):
    async with a as b, b:
        await b
    async for x in a:
        if x:
            continue
        yield x
    else:
        pass
    c = [y async for y in a if await y]
    d = {await y: 1 for y in c}
    return


async def awaiting(a):
    try:
        return await a
    except E:
        with a:
            await a
    e = (y async for y in a)
    return [await y for y in a]
