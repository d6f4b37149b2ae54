import hashlib
for n in ('md5','sha1','sha224','sha256','sha384','sha512','sha3_224','sha3_256','sha3_384','sha3_512','blake2b','blake2s'):
    h=hashlib.new(n,b'abc'*100); h.update(bytes(range(256))*3); print(n,h.hexdigest(), h.digest_size,h.block_size,h.name)
for n in ('shake_128','shake_256'):
    print(hashlib.new(n,b'x'*500).hexdigest(300))
print(hashlib.blake2b(b'q',key=b'k',salt=b's',person=b'p',digest_size=20,fanout=2,depth=3,leaf_size=100,node_offset=7,node_depth=1,inner_size=30,last_node=True).hexdigest())
print(hashlib.blake2s(b'q',key=b'k',salt=b's',person=b'p',digest_size=20,fanout=2,depth=3,leaf_size=100,node_offset=7,node_depth=1,inner_size=30,last_node=True).hexdigest())
