import array,pickle,copy
a=array.array('i',[1,2,3]); a.append(5); a.extend([7]); print(a, a[1:3], a[-1], len(a), a.tobytes())
b=array.array('d',[1.5]); print(b*3, b+b)
print(pickle.loads(pickle.dumps(a)), copy.copy(a)==a, a<array.array('i',[9]))
print(array.array('w','héé'), array.array('B',b'abc').tolist(), memoryview(a)[2])
for p in range(6): print(pickle.loads(pickle.dumps(array.array('h',[-3,4]),p)))
a[1:2]=array.array('i',[8,8,8]); print(a); del a[::2]; print(a); a.insert(1,99); a.reverse(); print(a, a.pop(), a.index(99))
try: a.append(2**40)
except OverflowError as e: print(e)
