a\
  = 1
if a:
	b
	if c:
		d
if e:
  f
  
  g
if h :\
  i
(
1,
      2,

# c
)
if j:
   # odd
      # odder
   k
  # out
l = [  # c
]
déjà = ñ = Ω = 名 = ℌ = ﬁ = 𝔘𝔫𝔦 = ª
x = "é"; y = "ü" ; z
  # last