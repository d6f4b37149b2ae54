package io.github.pycmaven.vm.module.ast;

/**
 * The node classes: name, base, whether they have a place in the source, fields, documentation;
 * from CPython. A field's type follows a mark: {@code .} required, {@code ?} optional, {@code *} a
 * list, {@code !} a context, Load if absent.
 */
final class NodeClasses {
  static final String[] ROWS = {
    "mod AST - - mod = Module(stmt* body, type_ignore* type_ignores)\n    | "
        + "Interactive(stmt* body)\n    | Expression(expr body)\n    | "
        + "FunctionType(expr* argtypes, expr returns)",
    "stmt AST + - stmt = FunctionDef(identifier name, arguments args, stmt* body, "
        + "expr* decorator_list, expr? returns, string? type_comment, type_param* "
        + "type_params)\n     | AsyncFunctionDef(identifier name, arguments args, stmt* "
        + "body, expr* decorator_list, expr? returns, string? type_comment, type_param* "
        + "type_params)\n     | ClassDef(identifier name, expr* bases, keyword* "
        + "keywords, stmt* body, expr* decorator_list, type_param* type_params)\n     | "
        + "Return(expr? value)\n     | Delete(expr* targets)\n     | Assign(expr* "
        + "targets, expr value, string? type_comment)\n     | TypeAlias(expr name, "
        + "type_param* type_params, expr value)\n     | AugAssign(expr target, operator "
        + "op, expr value)\n     | AnnAssign(expr target, expr annotation, expr? value, "
        + "int simple)\n     | For(expr target, expr iter, stmt* body, stmt* orelse, "
        + "string? type_comment)\n     | AsyncFor(expr target, expr iter, stmt* body, "
        + "stmt* orelse, string? type_comment)\n     | While(expr test, stmt* body, "
        + "stmt* orelse)\n     | If(expr test, stmt* body, stmt* orelse)\n     | "
        + "With(withitem* items, stmt* body, string? type_comment)\n     | "
        + "AsyncWith(withitem* items, stmt* body, string? type_comment)\n     | "
        + "Match(expr subject, match_case* cases)\n     | Raise(expr? exc, expr? "
        + "cause)\n     | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* "
        + "finalbody)\n     | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, "
        + "stmt* finalbody)\n     | Assert(expr test, expr? msg)\n     | Import(alias* "
        + "names)\n     | ImportFrom(identifier? module, alias* names, int? level)\n     "
        + "| Global(identifier* names)\n     | Nonlocal(identifier* names)\n     | "
        + "Expr(expr value)\n     | Pass\n     | Break\n     | Continue",
    "expr AST + - expr = BoolOp(boolop op, expr* values)\n     | NamedExpr(expr "
        + "target, expr value)\n     | BinOp(expr left, operator op, expr right)\n     | "
        + "UnaryOp(unaryop op, expr operand)\n     | Lambda(arguments args, expr body)\n "
        + "    | IfExp(expr test, expr body, expr orelse)\n     | Dict(expr?* keys, "
        + "expr* values)\n     | Set(expr* elts)\n     | ListComp(expr elt, "
        + "comprehension* generators)\n     | SetComp(expr elt, comprehension* "
        + "generators)\n     | DictComp(expr key, expr value, comprehension* "
        + "generators)\n     | GeneratorExp(expr elt, comprehension* generators)\n     | "
        + "Await(expr value)\n     | Yield(expr? value)\n     | YieldFrom(expr value)\n  "
        + "   | Compare(expr left, cmpop* ops, expr* comparators)\n     | Call(expr "
        + "func, expr* args, keyword* keywords)\n     | FormattedValue(expr value, int "
        + "conversion, expr? format_spec)\n     | Interpolation(expr value, constant "
        + "str, int conversion, expr? format_spec)\n     | JoinedStr(expr* values)\n     "
        + "| TemplateStr(expr* values)\n     | Constant(constant value, string? kind)\n  "
        + "   | Attribute(expr value, identifier attr, expr_context ctx)\n     | "
        + "Subscript(expr value, expr slice, expr_context ctx)\n     | Starred(expr "
        + "value, expr_context ctx)\n     | Name(identifier id, expr_context ctx)\n     "
        + "| List(expr* elts, expr_context ctx)\n     | Tuple(expr* elts, expr_context "
        + "ctx)\n     | Slice(expr? lower, expr? upper, expr? step)",
    "expr_context AST - - expr_context = Load | Store | Del",
    "boolop AST - - boolop = And | Or",
    "operator AST - - operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | "
        + "LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv",
    "unaryop AST - - unaryop = Invert | Not | UAdd | USub",
    "cmpop AST - - cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | " + "NotIn",
    "comprehension AST - target.expr,iter.expr,ifs*expr,is_async.int "
        + "comprehension(expr target, expr iter, expr* ifs, int is_async)",
    "excepthandler AST + - excepthandler = ExceptHandler(expr? type, identifier? "
        + "name, stmt* body)",
    "arguments AST - "
        + "posonlyargs*arg,args*arg,vararg?arg,kwonlyargs*arg,kw_defaults*expr,kwarg?arg,"
        + "defaults*expr arguments(arg* posonlyargs, arg* args, arg? vararg, arg* "
        + "kwonlyargs, expr?* kw_defaults, arg? kwarg, expr* defaults)",
    "arg AST + arg.str,annotation?expr,type_comment?str arg(identifier arg, expr? "
        + "annotation, string? type_comment)",
    "keyword AST + arg?str,value.expr keyword(identifier? arg, expr value)",
    "alias AST + name.str,asname?str alias(identifier name, identifier? asname)",
    "withitem AST - context_expr.expr,optional_vars?expr withitem(expr "
        + "context_expr, expr? optional_vars)",
    "match_case AST - pattern.pattern,guard?expr,body*stmt match_case(pattern "
        + "pattern, expr? guard, stmt* body)",
    "pattern AST + - pattern = MatchValue(expr value)\n        | "
        + "MatchSingleton(constant value)\n        | MatchSequence(pattern* patterns)\n  "
        + "      | MatchMapping(expr* keys, pattern* patterns, identifier? rest)\n       "
        + " | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* "
        + "kwd_patterns)\n        | MatchStar(identifier? name)\n        | "
        + "MatchAs(pattern? pattern, identifier? name)\n        | MatchOr(pattern* "
        + "patterns)",
    "type_ignore AST - - type_ignore = TypeIgnore(int lineno, string tag)",
    "type_param AST + - type_param = TypeVar(identifier name, expr? bound, expr? "
        + "default_value)\n           | ParamSpec(identifier name, expr? "
        + "default_value)\n           | TypeVarTuple(identifier name, expr? "
        + "default_value)",
    "Module mod - body*stmt,type_ignores*type_ignore Module(stmt* body, "
        + "type_ignore* type_ignores)",
    "Interactive mod - body*stmt Interactive(stmt* body)",
    "Expression mod - body.expr Expression(expr body)",
    "FunctionType mod - argtypes*expr,returns.expr FunctionType(expr* argtypes, " + "expr returns)",
    "FunctionDef stmt + "
        + "name.str,args.arguments,body*stmt,decorator_list*expr,returns?expr,"
        + "type_comment?str,type_params*type_param FunctionDef(identifier name, "
        + "arguments args, stmt* body, expr* decorator_list, expr? returns, string? "
        + "type_comment, type_param* type_params)",
    "AsyncFunctionDef stmt + "
        + "name.str,args.arguments,body*stmt,decorator_list*expr,returns?expr,"
        + "type_comment?str,type_params*type_param AsyncFunctionDef(identifier name, "
        + "arguments args, stmt* body, expr* decorator_list, expr? returns, string? "
        + "type_comment, type_param* type_params)",
    "ClassDef stmt + "
        + "name.str,bases*expr,keywords*keyword,body*stmt,decorator_list*expr,"
        + "type_params*type_param ClassDef(identifier name, expr* bases, keyword* "
        + "keywords, stmt* body, expr* decorator_list, type_param* type_params)",
    "Return stmt + value?expr Return(expr? value)",
    "Delete stmt + targets*expr Delete(expr* targets)",
    "Assign stmt + targets*expr,value.expr,type_comment?str Assign(expr* targets, "
        + "expr value, string? type_comment)",
    "TypeAlias stmt + name.expr,type_params*type_param,value.expr TypeAlias(expr "
        + "name, type_param* type_params, expr value)",
    "AugAssign stmt + target.expr,op.operator,value.expr AugAssign(expr target, "
        + "operator op, expr value)",
    "AnnAssign stmt + target.expr,annotation.expr,value?expr,simple.int "
        + "AnnAssign(expr target, expr annotation, expr? value, int simple)",
    "For stmt + target.expr,iter.expr,body*stmt,orelse*stmt,type_comment?str "
        + "For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)",
    "AsyncFor stmt + target.expr,iter.expr,body*stmt,orelse*stmt,type_comment?str "
        + "AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? "
        + "type_comment)",
    "While stmt + test.expr,body*stmt,orelse*stmt While(expr test, stmt* body, " + "stmt* orelse)",
    "If stmt + test.expr,body*stmt,orelse*stmt If(expr test, stmt* body, stmt* " + "orelse)",
    "With stmt + items*withitem,body*stmt,type_comment?str With(withitem* items, "
        + "stmt* body, string? type_comment)",
    "AsyncWith stmt + items*withitem,body*stmt,type_comment?str "
        + "AsyncWith(withitem* items, stmt* body, string? type_comment)",
    "Match stmt + subject.expr,cases*match_case Match(expr subject, match_case* " + "cases)",
    "Raise stmt + exc?expr,cause?expr Raise(expr? exc, expr? cause)",
    "Try stmt + body*stmt,handlers*excepthandler,orelse*stmt,finalbody*stmt "
        + "Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)",
    "TryStar stmt + body*stmt,handlers*excepthandler,orelse*stmt,finalbody*stmt "
        + "TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)",
    "Assert stmt + test.expr,msg?expr Assert(expr test, expr? msg)",
    "Import stmt + names*alias Import(alias* names)",
    "ImportFrom stmt + module?str,names*alias,level?int ImportFrom(identifier? "
        + "module, alias* names, int? level)",
    "Global stmt + names*str Global(identifier* names)",
    "Nonlocal stmt + names*str Nonlocal(identifier* names)",
    "Expr stmt + value.expr Expr(expr value)",
    "Pass stmt + - Pass",
    "Break stmt + - Break",
    "Continue stmt + - Continue",
    "BoolOp expr + op.boolop,values*expr BoolOp(boolop op, expr* values)",
    "NamedExpr expr + target.expr,value.expr NamedExpr(expr target, expr value)",
    "BinOp expr + left.expr,op.operator,right.expr BinOp(expr left, operator op, " + "expr right)",
    "UnaryOp expr + op.unaryop,operand.expr UnaryOp(unaryop op, expr operand)",
    "Lambda expr + args.arguments,body.expr Lambda(arguments args, expr body)",
    "IfExp expr + test.expr,body.expr,orelse.expr IfExp(expr test, expr body, expr " + "orelse)",
    "Dict expr + keys*expr,values*expr Dict(expr?* keys, expr* values)",
    "Set expr + elts*expr Set(expr* elts)",
    "ListComp expr + elt.expr,generators*comprehension ListComp(expr elt, "
        + "comprehension* generators)",
    "SetComp expr + elt.expr,generators*comprehension SetComp(expr elt, "
        + "comprehension* generators)",
    "DictComp expr + key.expr,value.expr,generators*comprehension DictComp(expr "
        + "key, expr value, comprehension* generators)",
    "GeneratorExp expr + elt.expr,generators*comprehension GeneratorExp(expr elt, "
        + "comprehension* generators)",
    "Await expr + value.expr Await(expr value)",
    "Yield expr + value?expr Yield(expr? value)",
    "YieldFrom expr + value.expr YieldFrom(expr value)",
    "Compare expr + left.expr,ops*cmpop,comparators*expr Compare(expr left, cmpop* "
        + "ops, expr* comparators)",
    "Call expr + func.expr,args*expr,keywords*keyword Call(expr func, expr* args, "
        + "keyword* keywords)",
    "FormattedValue expr + value.expr,conversion.int,format_spec?expr "
        + "FormattedValue(expr value, int conversion, expr? format_spec)",
    "Interpolation expr + value.expr,str.object,conversion.int,format_spec?expr "
        + "Interpolation(expr value, constant str, int conversion, expr? format_spec)",
    "JoinedStr expr + values*expr JoinedStr(expr* values)",
    "TemplateStr expr + values*expr TemplateStr(expr* values)",
    "Constant expr + value.object,kind?str Constant(constant value, string? kind)",
    "Attribute expr + value.expr,attr.str,ctx!expr_context Attribute(expr value, "
        + "identifier attr, expr_context ctx)",
    "Subscript expr + value.expr,slice.expr,ctx!expr_context Subscript(expr value, "
        + "expr slice, expr_context ctx)",
    "Starred expr + value.expr,ctx!expr_context Starred(expr value, expr_context " + "ctx)",
    "Name expr + id.str,ctx!expr_context Name(identifier id, expr_context ctx)",
    "List expr + elts*expr,ctx!expr_context List(expr* elts, expr_context ctx)",
    "Tuple expr + elts*expr,ctx!expr_context Tuple(expr* elts, expr_context ctx)",
    "Slice expr + lower?expr,upper?expr,step?expr Slice(expr? lower, expr? upper, " + "expr? step)",
    "Load expr_context - - Load",
    "Store expr_context - - Store",
    "Del expr_context - - Del",
    "And boolop - - And",
    "Or boolop - - Or",
    "Add operator - - Add",
    "Sub operator - - Sub",
    "Mult operator - - Mult",
    "MatMult operator - - MatMult",
    "Div operator - - Div",
    "Mod operator - - Mod",
    "Pow operator - - Pow",
    "LShift operator - - LShift",
    "RShift operator - - RShift",
    "BitOr operator - - BitOr",
    "BitXor operator - - BitXor",
    "BitAnd operator - - BitAnd",
    "FloorDiv operator - - FloorDiv",
    "Invert unaryop - - Invert",
    "Not unaryop - - Not",
    "UAdd unaryop - - UAdd",
    "USub unaryop - - USub",
    "Eq cmpop - - Eq",
    "NotEq cmpop - - NotEq",
    "Lt cmpop - - Lt",
    "LtE cmpop - - LtE",
    "Gt cmpop - - Gt",
    "GtE cmpop - - GtE",
    "Is cmpop - - Is",
    "IsNot cmpop - - IsNot",
    "In cmpop - - In",
    "NotIn cmpop - - NotIn",
    "ExceptHandler excepthandler + type?expr,name?str,body*stmt "
        + "ExceptHandler(expr? type, identifier? name, stmt* body)",
    "MatchValue pattern + value.expr MatchValue(expr value)",
    "MatchSingleton pattern + value.object MatchSingleton(constant value)",
    "MatchSequence pattern + patterns*pattern MatchSequence(pattern* patterns)",
    "MatchMapping pattern + keys*expr,patterns*pattern,rest?str MatchMapping(expr* "
        + "keys, pattern* patterns, identifier? rest)",
    "MatchClass pattern + "
        + "cls.expr,patterns*pattern,kwd_attrs*str,kwd_patterns*pattern MatchClass(expr "
        + "cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)",
    "MatchStar pattern + name?str MatchStar(identifier? name)",
    "MatchAs pattern + pattern?pattern,name?str MatchAs(pattern? pattern, " + "identifier? name)",
    "MatchOr pattern + patterns*pattern MatchOr(pattern* patterns)",
    "TypeIgnore type_ignore - lineno.int,tag.str TypeIgnore(int lineno, string tag)",
    "TypeVar type_param + name.str,bound?expr,default_value?expr "
        + "TypeVar(identifier name, expr? bound, expr? default_value)",
    "ParamSpec type_param + name.str,default_value?expr ParamSpec(identifier name, "
        + "expr? default_value)",
    "TypeVarTuple type_param + name.str,default_value?expr TypeVarTuple(identifier "
        + "name, expr? default_value)",
  };

  private NodeClasses() {}
}
