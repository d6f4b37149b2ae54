def many(a):
    a.n0 = 1000
    a.n1 = 1001
    a.n2 = 1002
    a.n3 = 1003
    a.n4 = 1004
    a.n5 = 1005
    a.n6 = 1006
    a.n7 = 1007
    a.n8 = 1008
    a.n9 = 1009
    a.n10 = 1010
    a.n11 = 1011
    a.n12 = 1012
    a.n13 = 1013
    a.n14 = 1014
    a.n15 = 1015
    a.n16 = 1016
    a.n17 = 1017
    a.n18 = 1018
    a.n19 = 1019
    a.n20 = 1020
    a.n21 = 1021
    a.n22 = 1022
    a.n23 = 1023
    a.n24 = 1024
    a.n25 = 1025
    a.n26 = 1026
    a.n27 = 1027
    a.n28 = 1028
    a.n29 = 1029
    a.n30 = 1030
    a.n31 = 1031
    a.n32 = 1032
    a.n33 = 1033
    a.n34 = 1034
    a.n35 = 1035
    a.n36 = 1036
    a.n37 = 1037
    a.n38 = 1038
    a.n39 = 1039
    a.n40 = 1040
    a.n41 = 1041
    a.n42 = 1042
    a.n43 = 1043
    a.n44 = 1044
    a.n45 = 1045
    a.n46 = 1046
    a.n47 = 1047
    a.n48 = 1048
    a.n49 = 1049
    a.n50 = 1050
    a.n51 = 1051
    a.n52 = 1052
    a.n53 = 1053
    a.n54 = 1054
    a.n55 = 1055
    a.n56 = 1056
    a.n57 = 1057
    a.n58 = 1058
    a.n59 = 1059
    a.n60 = 1060
    a.n61 = 1061
    a.n62 = 1062
    a.n63 = 1063
    a.n64 = 1064
    a.n65 = 1065
    a.n66 = 1066
    a.n67 = 1067
    a.n68 = 1068
    a.n69 = 1069
    a.n70 = 1070
    a.n71 = 1071
    a.n72 = 1072
    a.n73 = 1073
    a.n74 = 1074
    a.n75 = 1075
    a.n76 = 1076
    a.n77 = 1077
    a.n78 = 1078
    a.n79 = 1079
    a.n80 = 1080
    a.n81 = 1081
    a.n82 = 1082
    a.n83 = 1083
    a.n84 = 1084
    a.n85 = 1085
    a.n86 = 1086
    a.n87 = 1087
    a.n88 = 1088
    a.n89 = 1089
    a.n90 = 1090
    a.n91 = 1091
    a.n92 = 1092
    a.n93 = 1093
    a.n94 = 1094
    a.n95 = 1095
    a.n96 = 1096
    a.n97 = 1097
    a.n98 = 1098
    a.n99 = 1099
    a.n100 = 1100
    a.n101 = 1101
    a.n102 = 1102
    a.n103 = 1103
    a.n104 = 1104
    a.n105 = 1105
    a.n106 = 1106
    a.n107 = 1107
    a.n108 = 1108
    a.n109 = 1109
    a.n110 = 1110
    a.n111 = 1111
    a.n112 = 1112
    a.n113 = 1113
    a.n114 = 1114
    a.n115 = 1115
    a.n116 = 1116
    a.n117 = 1117
    a.n118 = 1118
    a.n119 = 1119
    a.n120 = 1120
    a.n121 = 1121
    a.n122 = 1122
    a.n123 = 1123
    a.n124 = 1124
    a.n125 = 1125
    a.n126 = 1126
    a.n127 = 1127
    a.n128 = 1128
    a.n129 = 1129
    a.n130 = 1130
    a.n131 = 1131
    a.n132 = 1132
    a.n133 = 1133
    a.n134 = 1134
    a.n135 = 1135
    a.n136 = 1136
    a.n137 = 1137
    a.n138 = 1138
    a.n139 = 1139
    a.n140 = 1140
    a.n141 = 1141
    a.n142 = 1142
    a.n143 = 1143
    a.n144 = 1144
    a.n145 = 1145
    a.n146 = 1146
    a.n147 = 1147
    a.n148 = 1148
    a.n149 = 1149
    a.n150 = 1150
    a.n151 = 1151
    a.n152 = 1152
    a.n153 = 1153
    a.n154 = 1154
    a.n155 = 1155
    a.n156 = 1156
    a.n157 = 1157
    a.n158 = 1158
    a.n159 = 1159
    a.n160 = 1160
    a.n161 = 1161
    a.n162 = 1162
    a.n163 = 1163
    a.n164 = 1164
    a.n165 = 1165
    a.n166 = 1166
    a.n167 = 1167
    a.n168 = 1168
    a.n169 = 1169
    a.n170 = 1170
    a.n171 = 1171
    a.n172 = 1172
    a.n173 = 1173
    a.n174 = 1174
    a.n175 = 1175
    a.n176 = 1176
    a.n177 = 1177
    a.n178 = 1178
    a.n179 = 1179
    a.n180 = 1180
    a.n181 = 1181
    a.n182 = 1182
    a.n183 = 1183
    a.n184 = 1184
    a.n185 = 1185
    a.n186 = 1186
    a.n187 = 1187
    a.n188 = 1188
    a.n189 = 1189
    a.n190 = 1190
    a.n191 = 1191
    a.n192 = 1192
    a.n193 = 1193
    a.n194 = 1194
    a.n195 = 1195
    a.n196 = 1196
    a.n197 = 1197
    a.n198 = 1198
    a.n199 = 1199
    a.n200 = 1200
    a.n201 = 1201
    a.n202 = 1202
    a.n203 = 1203
    a.n204 = 1204
    a.n205 = 1205
    a.n206 = 1206
    a.n207 = 1207
    a.n208 = 1208
    a.n209 = 1209
    a.n210 = 1210
    a.n211 = 1211
    a.n212 = 1212
    a.n213 = 1213
    a.n214 = 1214
    a.n215 = 1215
    a.n216 = 1216
    a.n217 = 1217
    a.n218 = 1218
    a.n219 = 1219
    a.n220 = 1220
    a.n221 = 1221
    a.n222 = 1222
    a.n223 = 1223
    a.n224 = 1224
    a.n225 = 1225
    a.n226 = 1226
    a.n227 = 1227
    a.n228 = 1228
    a.n229 = 1229
    a.n230 = 1230
    a.n231 = 1231
    a.n232 = 1232
    a.n233 = 1233
    a.n234 = 1234
    a.n235 = 1235
    a.n236 = 1236
    a.n237 = 1237
    a.n238 = 1238
    a.n239 = 1239
    a.n240 = 1240
    a.n241 = 1241
    a.n242 = 1242
    a.n243 = 1243
    a.n244 = 1244
    a.n245 = 1245
    a.n246 = 1246
    a.n247 = 1247
    a.n248 = 1248
    a.n249 = 1249
    a.n250 = 1250
    a.n251 = 1251
    a.n252 = 1252
    a.n253 = 1253
    a.n254 = 1254
    a.n255 = 1255
    a.n256 = 1256
    a.n257 = 1257
    a.n258 = 1258
    a.n259 = 1259
    a.n260 = 1260
    a.n261 = 1261
    a.n262 = 1262
    a.n263 = 1263
    a.n264 = 1264
    a.n265 = 1265
    a.n266 = 1266
    a.n267 = 1267
    a.n268 = 1268
    a.n269 = 1269
    a.n270 = 1270
    a.n271 = 1271
    a.n272 = 1272
    a.n273 = 1273
    a.n274 = 1274
    a.n275 = 1275
    a.n276 = 1276
    a.n277 = 1277
    a.n278 = 1278
    a.n279 = 1279
    a.n280 = 1280
    a.n281 = 1281
    a.n282 = 1282
    a.n283 = 1283
    a.n284 = 1284
    a.n285 = 1285
    a.n286 = 1286
    a.n287 = 1287
    a.n288 = 1288
    a.n289 = 1289
    a.n290 = 1290
    a.n291 = 1291
    a.n292 = 1292
    a.n293 = 1293
    a.n294 = 1294
    a.n295 = 1295
    a.n296 = 1296
    a.n297 = 1297
    a.n298 = 1298
    a.n299 = 1299
    return a
def far(a):
    for x in a:
        if x.n0: continue
        if x.n1: continue
        if x.n2: continue
        if x.n3: continue
        if x.n4: continue
        if x.n5: continue
        if x.n6: continue
        if x.n7: continue
        if x.n8: continue
        if x.n9: continue
        if x.n10: continue
        if x.n11: continue
        if x.n12: continue
        if x.n13: continue
        if x.n14: continue
        if x.n15: continue
        if x.n16: continue
        if x.n17: continue
        if x.n18: continue
        if x.n19: continue
        if x.n20: continue
        if x.n21: continue
        if x.n22: continue
        if x.n23: continue
        if x.n24: continue
        if x.n25: continue
        if x.n26: continue
        if x.n27: continue
        if x.n28: continue
        if x.n29: continue
        if x.n30: continue
        if x.n31: continue
        if x.n32: continue
        if x.n33: continue
        if x.n34: continue
        if x.n35: continue
        if x.n36: continue
        if x.n37: continue
        if x.n38: continue
        if x.n39: continue
        if x.n40: continue
        if x.n41: continue
        if x.n42: continue
        if x.n43: continue
        if x.n44: continue
        if x.n45: continue
        if x.n46: continue
        if x.n47: continue
        if x.n48: continue
        if x.n49: continue
        if x.n50: continue
        if x.n51: continue
        if x.n52: continue
        if x.n53: continue
        if x.n54: continue
        if x.n55: continue
        if x.n56: continue
        if x.n57: continue
        if x.n58: continue
        if x.n59: continue
        if x.n60: continue
        if x.n61: continue
        if x.n62: continue
        if x.n63: continue
        if x.n64: continue
        if x.n65: continue
        if x.n66: continue
        if x.n67: continue
        if x.n68: continue
        if x.n69: continue
        if x.n70: continue
        if x.n71: continue
        if x.n72: continue
        if x.n73: continue
        if x.n74: continue
        if x.n75: continue
        if x.n76: continue
        if x.n77: continue
        if x.n78: continue
        if x.n79: continue
        if x.n80: continue
        if x.n81: continue
        if x.n82: continue
        if x.n83: continue
        if x.n84: continue
        if x.n85: continue
        if x.n86: continue
        if x.n87: continue
        if x.n88: continue
        if x.n89: continue
        a.b.c.d(x, *a, **x)
    try:
        x.f0(a, b=2000)
        x.f1(a, b=2001)
        x.f2(a, b=2002)
        x.f3(a, b=2003)
        x.f4(a, b=2004)
        x.f5(a, b=2005)
        x.f6(a, b=2006)
        x.f7(a, b=2007)
        x.f8(a, b=2008)
        x.f9(a, b=2009)
        x.f10(a, b=2010)
        x.f11(a, b=2011)
        x.f12(a, b=2012)
        x.f13(a, b=2013)
        x.f14(a, b=2014)
        x.f15(a, b=2015)
        x.f16(a, b=2016)
        x.f17(a, b=2017)
        x.f18(a, b=2018)
        x.f19(a, b=2019)
        x.f20(a, b=2020)
        x.f21(a, b=2021)
        x.f22(a, b=2022)
        x.f23(a, b=2023)
        x.f24(a, b=2024)
        x.f25(a, b=2025)
        x.f26(a, b=2026)
        x.f27(a, b=2027)
        x.f28(a, b=2028)
        x.f29(a, b=2029)
        x.f30(a, b=2030)
        x.f31(a, b=2031)
        x.f32(a, b=2032)
        x.f33(a, b=2033)
        x.f34(a, b=2034)
        x.f35(a, b=2035)
        x.f36(a, b=2036)
        x.f37(a, b=2037)
        x.f38(a, b=2038)
        x.f39(a, b=2039)
        x.f40(a, b=2040)
        x.f41(a, b=2041)
        x.f42(a, b=2042)
        x.f43(a, b=2043)
        x.f44(a, b=2044)
        x.f45(a, b=2045)
        x.f46(a, b=2046)
        x.f47(a, b=2047)
        x.f48(a, b=2048)
        x.f49(a, b=2049)
        x.f50(a, b=2050)
        x.f51(a, b=2051)
        x.f52(a, b=2052)
        x.f53(a, b=2053)
        x.f54(a, b=2054)
        x.f55(a, b=2055)
        x.f56(a, b=2056)
        x.f57(a, b=2057)
        x.f58(a, b=2058)
        x.f59(a, b=2059)
    except E: pass
