package io.github.pycmaven.vm.module.ast;

/** The node classes: name, base, fields, attributes, fields with their kinds; from CPython. */
final class NodeClasses {
  static final String[] ROWS = {
    "mod AST - - -",
    "stmt AST - lineno,col_offset,end_lineno,end_col_offset -",
    "expr AST - lineno,col_offset,end_lineno,end_col_offset -",
    "expr_context AST - - -",
    "boolop AST - - -",
    "operator AST - - -",
    "unaryop AST - - -",
    "cmpop AST - - -",
    "comprehension AST target,iter,ifs,is_async - target.,iter.,ifs*,is_async.",
    "excepthandler AST - lineno,col_offset,end_lineno,end_col_offset -",
    "arguments AST posonlyargs,args,vararg,kwonlyargs,kw_defaults,kwarg,defaults - "
        + "posonlyargs*,args*,vararg?,kwonlyargs*,kw_defaults*,kwarg?,defaults*",
    "arg AST arg,annotation,type_comment lineno,col_offset,end_lineno,end_col_offset "
        + "arg.,annotation?,type_comment?",
    "keyword AST arg,value lineno,col_offset,end_lineno,end_col_offset arg?,value.",
    "alias AST name,asname lineno,col_offset,end_lineno,end_col_offset name.,asname?",
    "withitem AST context_expr,optional_vars - context_expr.,optional_vars?",
    "match_case AST pattern,guard,body - pattern.,guard?,body*",
    "pattern AST - lineno,col_offset,end_lineno,end_col_offset -",
    "type_ignore AST - - -",
    "type_param AST - lineno,col_offset,end_lineno,end_col_offset -",
    "Module mod body,type_ignores - body*,type_ignores*",
    "Interactive mod body - body*",
    "Expression mod body - body.",
    "FunctionType mod argtypes,returns - argtypes*,returns.",
    "FunctionDef stmt name,args,body,decorator_list,returns,type_comment,type_params "
        + "lineno,col_offset,end_lineno,end_col_offset "
        + "name.,args.,body*,decorator_list*,returns?,type_comment?,type_params*",
    "AsyncFunctionDef stmt "
        + "name,args,body,decorator_list,returns,type_comment,type_params "
        + "lineno,col_offset,end_lineno,end_col_offset "
        + "name.,args.,body*,decorator_list*,returns?,type_comment?,type_params*",
    "ClassDef stmt name,bases,keywords,body,decorator_list,type_params "
        + "lineno,col_offset,end_lineno,end_col_offset "
        + "name.,bases*,keywords*,body*,decorator_list*,type_params*",
    "Return stmt value lineno,col_offset,end_lineno,end_col_offset value?",
    "Delete stmt targets lineno,col_offset,end_lineno,end_col_offset targets*",
    "Assign stmt targets,value,type_comment "
        + "lineno,col_offset,end_lineno,end_col_offset targets*,value.,type_comment?",
    "TypeAlias stmt name,type_params,value "
        + "lineno,col_offset,end_lineno,end_col_offset name.,type_params*,value.",
    "AugAssign stmt target,op,value lineno,col_offset,end_lineno,end_col_offset "
        + "target.,op.,value.",
    "AnnAssign stmt target,annotation,value,simple "
        + "lineno,col_offset,end_lineno,end_col_offset target.,annotation.,value?,simple.",
    "For stmt target,iter,body,orelse,type_comment "
        + "lineno,col_offset,end_lineno,end_col_offset "
        + "target.,iter.,body*,orelse*,type_comment?",
    "AsyncFor stmt target,iter,body,orelse,type_comment "
        + "lineno,col_offset,end_lineno,end_col_offset "
        + "target.,iter.,body*,orelse*,type_comment?",
    "While stmt test,body,orelse lineno,col_offset,end_lineno,end_col_offset "
        + "test.,body*,orelse*",
    "If stmt test,body,orelse lineno,col_offset,end_lineno,end_col_offset " + "test.,body*,orelse*",
    "With stmt items,body,type_comment lineno,col_offset,end_lineno,end_col_offset "
        + "items*,body*,type_comment?",
    "AsyncWith stmt items,body,type_comment "
        + "lineno,col_offset,end_lineno,end_col_offset items*,body*,type_comment?",
    "Match stmt subject,cases lineno,col_offset,end_lineno,end_col_offset " + "subject.,cases*",
    "Raise stmt exc,cause lineno,col_offset,end_lineno,end_col_offset exc?,cause?",
    "Try stmt body,handlers,orelse,finalbody "
        + "lineno,col_offset,end_lineno,end_col_offset body*,handlers*,orelse*,finalbody*",
    "TryStar stmt body,handlers,orelse,finalbody "
        + "lineno,col_offset,end_lineno,end_col_offset body*,handlers*,orelse*,finalbody*",
    "Assert stmt test,msg lineno,col_offset,end_lineno,end_col_offset test.,msg?",
    "Import stmt names lineno,col_offset,end_lineno,end_col_offset names*",
    "ImportFrom stmt module,names,level lineno,col_offset,end_lineno,end_col_offset "
        + "module?,names*,level?",
    "Global stmt names lineno,col_offset,end_lineno,end_col_offset names*",
    "Nonlocal stmt names lineno,col_offset,end_lineno,end_col_offset names*",
    "Expr stmt value lineno,col_offset,end_lineno,end_col_offset value.",
    "Pass stmt - lineno,col_offset,end_lineno,end_col_offset -",
    "Break stmt - lineno,col_offset,end_lineno,end_col_offset -",
    "Continue stmt - lineno,col_offset,end_lineno,end_col_offset -",
    "BoolOp expr op,values lineno,col_offset,end_lineno,end_col_offset op.,values*",
    "NamedExpr expr target,value lineno,col_offset,end_lineno,end_col_offset " + "target.,value.",
    "BinOp expr left,op,right lineno,col_offset,end_lineno,end_col_offset " + "left.,op.,right.",
    "UnaryOp expr op,operand lineno,col_offset,end_lineno,end_col_offset op.,operand.",
    "Lambda expr args,body lineno,col_offset,end_lineno,end_col_offset args.,body.",
    "IfExp expr test,body,orelse lineno,col_offset,end_lineno,end_col_offset "
        + "test.,body.,orelse.",
    "Dict expr keys,values lineno,col_offset,end_lineno,end_col_offset keys*,values*",
    "Set expr elts lineno,col_offset,end_lineno,end_col_offset elts*",
    "ListComp expr elt,generators lineno,col_offset,end_lineno,end_col_offset "
        + "elt.,generators*",
    "SetComp expr elt,generators lineno,col_offset,end_lineno,end_col_offset " + "elt.,generators*",
    "DictComp expr key,value,generators lineno,col_offset,end_lineno,end_col_offset "
        + "key.,value.,generators*",
    "GeneratorExp expr elt,generators lineno,col_offset,end_lineno,end_col_offset "
        + "elt.,generators*",
    "Await expr value lineno,col_offset,end_lineno,end_col_offset value.",
    "Yield expr value lineno,col_offset,end_lineno,end_col_offset value?",
    "YieldFrom expr value lineno,col_offset,end_lineno,end_col_offset value.",
    "Compare expr left,ops,comparators lineno,col_offset,end_lineno,end_col_offset "
        + "left.,ops*,comparators*",
    "Call expr func,args,keywords lineno,col_offset,end_lineno,end_col_offset "
        + "func.,args*,keywords*",
    "FormattedValue expr value,conversion,format_spec "
        + "lineno,col_offset,end_lineno,end_col_offset value.,conversion.,format_spec?",
    "Interpolation expr value,str,conversion,format_spec "
        + "lineno,col_offset,end_lineno,end_col_offset value.,str.,conversion.,format_spec?",
    "JoinedStr expr values lineno,col_offset,end_lineno,end_col_offset values*",
    "TemplateStr expr values lineno,col_offset,end_lineno,end_col_offset values*",
    "Constant expr value,kind lineno,col_offset,end_lineno,end_col_offset " + "value.,kind?",
    "Attribute expr value,attr,ctx lineno,col_offset,end_lineno,end_col_offset "
        + "value.,attr.,ctx!",
    "Subscript expr value,slice,ctx lineno,col_offset,end_lineno,end_col_offset "
        + "value.,slice.,ctx!",
    "Starred expr value,ctx lineno,col_offset,end_lineno,end_col_offset value.,ctx!",
    "Name expr id,ctx lineno,col_offset,end_lineno,end_col_offset id.,ctx!",
    "List expr elts,ctx lineno,col_offset,end_lineno,end_col_offset elts*,ctx!",
    "Tuple expr elts,ctx lineno,col_offset,end_lineno,end_col_offset elts*,ctx!",
    "Slice expr lower,upper,step lineno,col_offset,end_lineno,end_col_offset "
        + "lower?,upper?,step?",
    "Load expr_context - - -",
    "Store expr_context - - -",
    "Del expr_context - - -",
    "And boolop - - -",
    "Or boolop - - -",
    "Add operator - - -",
    "Sub operator - - -",
    "Mult operator - - -",
    "MatMult operator - - -",
    "Div operator - - -",
    "Mod operator - - -",
    "Pow operator - - -",
    "LShift operator - - -",
    "RShift operator - - -",
    "BitOr operator - - -",
    "BitXor operator - - -",
    "BitAnd operator - - -",
    "FloorDiv operator - - -",
    "Invert unaryop - - -",
    "Not unaryop - - -",
    "UAdd unaryop - - -",
    "USub unaryop - - -",
    "Eq cmpop - - -",
    "NotEq cmpop - - -",
    "Lt cmpop - - -",
    "LtE cmpop - - -",
    "Gt cmpop - - -",
    "GtE cmpop - - -",
    "Is cmpop - - -",
    "IsNot cmpop - - -",
    "In cmpop - - -",
    "NotIn cmpop - - -",
    "ExceptHandler excepthandler type,name,body "
        + "lineno,col_offset,end_lineno,end_col_offset type?,name?,body*",
    "MatchValue pattern value lineno,col_offset,end_lineno,end_col_offset value.",
    "MatchSingleton pattern value lineno,col_offset,end_lineno,end_col_offset value.",
    "MatchSequence pattern patterns lineno,col_offset,end_lineno,end_col_offset " + "patterns*",
    "MatchMapping pattern keys,patterns,rest "
        + "lineno,col_offset,end_lineno,end_col_offset keys*,patterns*,rest?",
    "MatchClass pattern cls,patterns,kwd_attrs,kwd_patterns "
        + "lineno,col_offset,end_lineno,end_col_offset "
        + "cls.,patterns*,kwd_attrs*,kwd_patterns*",
    "MatchStar pattern name lineno,col_offset,end_lineno,end_col_offset name?",
    "MatchAs pattern pattern,name lineno,col_offset,end_lineno,end_col_offset " + "pattern?,name?",
    "MatchOr pattern patterns lineno,col_offset,end_lineno,end_col_offset patterns*",
    "TypeIgnore type_ignore lineno,tag - lineno.,tag.",
    "TypeVar type_param name,bound,default_value "
        + "lineno,col_offset,end_lineno,end_col_offset name.,bound?,default_value?",
    "ParamSpec type_param name,default_value "
        + "lineno,col_offset,end_lineno,end_col_offset name.,default_value?",
    "TypeVarTuple type_param name,default_value "
        + "lineno,col_offset,end_lineno,end_col_offset name.,default_value?",
  };

  private NodeClasses() {}
}
