package io.github.pycmaven.compiler.flowgraph;

import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantCache;
import io.github.pycmaven.compiler.ir.LinearCode;
import io.github.pycmaven.target.OpcodeTable;
import io.github.pycmaven.target.Target;
import java.util.List;

/**
 * What the flow graph does for one version: its passes, in an order that the bytes depend on.
 *
 * <p>Passes keep no state, so a dialect serves any number of threads.
 */
public final class FlowgraphDialect {
  private static final int NO_DEPTH_ONE = 0;
  private static final int DEPTH_ONE_313 = 4;
  private static final int DEPTH_ONE_315 = 8;

  private final OpcodeTable ops;
  private final KeptConstants common;

  private final GraphBuilder.Splitting splitting;

  private final List<Pass> passes;

  private FlowgraphDialect(OpcodeTable ops, List<Pass> passes) {
    this(ops, GraphBuilder.Splitting.AT_TARGETS, passes);
  }

  private FlowgraphDialect(OpcodeTable ops, GraphBuilder.Splitting splitting, List<Pass> passes) {
    this.splitting = splitting;
    this.ops = ops;
    this.common = new KeptConstants(ops);
    this.passes = passes;
  }

  /** The dialect of 3.14. */
  public static FlowgraphDialect v314(Target target) {
    return v314(target, true);
  }

  /** The dialect of 3.14.3, which leaves long displays of constants as they are. */
  public static FlowgraphDialect v314r3(Target target) {
    return v314(target, false);
  }

  /** The dialect of 3.15. */
  public static FlowgraphDialect v315(Target target) {
    OpcodeTable ops = target.opcodes();
    List<Pass> passes =
        List.of(
            // _PyCfg_OptimizeCodeUnit
            new MarkExceptHandlers(),
            new LabelExceptionTargets(DEPTH_ONE_315),
            // optimize_cfg
            new InlineSmallBlocks(false),
            new RemoveUnreachable(false),
            new ResolveLineNumbers(ResolveLineNumbers.Rule.THROUGH_EMPTY),
            new SimplifyConstantTests(),
            new OptimizeBlocks(ops, OptimizeBlocks.Folding.ALL, true),
            new RemoveRedundantPairs(),
            new RemoveUnreachable(false),
            new RemoveRedundantNopsAndJumps(),
            // _PyCfg_OptimizeCodeUnit again
            new RemoveUnusedConstants(),
            new CheckUnsetLocals(),
            new InsertSuperinstructions(),
            new MoveColdBlocks(false),
            new ResolveLineNumbers(ResolveLineNumbers.Rule.THROUGH_EMPTY),
            // _PyCfg_OptimizedCfgToInstructionSequence
            new ConvertConditionalJumps(),
            new ComputeStackDepth(ComputeStackDepth.Counted.BEFORE),
            new PrepareLocals(PrepareLocals.GeneratorStart.NONE),
            new ConvertPseudoOps(),
            new RemoveRedundantNopsAndJumps(),
            new NormalizeJumps(true),
            new BorrowLocals(false));
    return new FlowgraphDialect(ops, passes);
  }

  /** The dialect of 3.11, whose blocks are told apart by when they were made. */
  public static FlowgraphDialect v311(Target target) {
    OpcodeTable ops = target.opcodes();
    Pass removeNops = new RemoveRedundantNops(RemoveRedundantNops.Lookahead.NEXT_INSTRUCTION);
    List<Pass> passes =
        List.of(
            // assemble
            new InlineBareExits(),
            new PrepareLocals(PrepareLocals.GeneratorStart.HALF_PLACED),
            // optimize_cfg
            new OptimizeBlocks311(new FoldConstants(ops.words("binary"))),
            new InlineBareExits(),
            new RemoveUnreachable(false),
            new EliminateEmptyBlocks(),
            removeNops,
            new RemoveRedundantJumps(),
            new EliminateEmptyBlocks(),
            // assemble again
            new RemoveTrailingConstants(),
            new ResolveLineNumbers(ResolveLineNumbers.Rule.EXITS_NEWEST_FIRST),
            new ComputeStackDepth(ComputeStackDepth.Counted.AFTER_SENT),
            new LabelExceptionTargets(NO_DEPTH_ONE),
            new ConvertPseudoOps(),
            removeNops);
    return new FlowgraphDialect(ops, GraphBuilder.Splitting.BY_AGE, passes);
  }

  /** The dialect of 3.12. */
  public static FlowgraphDialect v312(Target target) {
    OpcodeTable ops = target.opcodes();
    List<Pass> passes =
        List.of(
            // _PyCfg_OptimizeCodeUnit
            new MarkExceptHandlers(),
            new LabelExceptionTargets(NO_DEPTH_ONE),
            // optimize_cfg
            new EliminateEmptyBlocks(),
            new InlineSmallBlocks(true),
            new OptimizeBlocks312(new FoldConstants(ops.words("binary"))),
            new RemoveRedundantPairs(),
            new InlineSmallBlocks(true),
            new RemoveUnreachable(true),
            new RemoveRedundantNops(RemoveRedundantNops.Lookahead.LASTING_INSTRUCTION),
            new EliminateEmptyBlocks(),
            new RemoveRedundantJumps(),
            // _PyCfg_OptimizeCodeUnit again
            new RemoveUnusedConstants(),
            new CheckUnsetLocals(),
            new MoveColdBlocks(true),
            new ResolveLineNumbers(ResolveLineNumbers.Rule.EXITS),
            // optimize_and_assemble_code_unit
            new PrepareLocals(PrepareLocals.GeneratorStart.HALF_PLACED),
            new ComputeStackDepth(ComputeStackDepth.Counted.AFTER_SENT),
            new ConvertPseudoOps(),
            new RemoveRedundantNops(RemoveRedundantNops.Lookahead.LASTING_INSTRUCTION),
            new NormalizeJumps(false));
    return new FlowgraphDialect(ops, GraphBuilder.Splitting.AT_LABELS, passes);
  }

  /** The dialect of 3.13, whose constants were folded in the tree. */
  public static FlowgraphDialect v313(Target target) {
    OpcodeTable ops = target.opcodes();
    List<Pass> passes =
        List.of(
            // _PyCfg_OptimizeCodeUnit
            new MarkExceptHandlers(),
            new LabelExceptionTargets(DEPTH_ONE_313),
            // optimize_cfg
            new InlineSmallBlocks(false),
            new RemoveUnreachable(false),
            new ResolveLineNumbers(ResolveLineNumbers.Rule.INTERRUPTIONS),
            new SimplifyConstantTests(),
            new OptimizeBlocks(ops, OptimizeBlocks.Folding.TUPLES, false),
            new RemoveRedundantPairs(),
            new RemoveUnreachable(false),
            new RemoveRedundantNopsAndJumps(),
            // _PyCfg_OptimizeCodeUnit again
            new RemoveUnusedConstants(),
            new CheckUnsetLocals(),
            new InsertSuperinstructions(),
            new MoveColdBlocks(false),
            new ResolveLineNumbers(ResolveLineNumbers.Rule.INTERRUPTIONS),
            // _PyCfg_OptimizedCfgToInstructionSequence
            new ComputeStackDepth(ComputeStackDepth.Counted.AFTER),
            new PrepareLocals(PrepareLocals.GeneratorStart.PLACED),
            new ConvertPseudoOps(),
            new RemoveRedundantNopsAndJumps(),
            new NormalizeJumps(false));
    return new FlowgraphDialect(ops, passes);
  }

  private static FlowgraphDialect v314(Target target, boolean foldsAppended) {
    OpcodeTable ops = target.opcodes();
    List<Pass> passes =
        List.of(
            // _PyCfg_OptimizeCodeUnit
            new MarkExceptHandlers(),
            new LabelExceptionTargets(DEPTH_ONE_313),
            // optimize_cfg
            new InlineSmallBlocks(false),
            new RemoveUnreachable(false),
            new ResolveLineNumbers(ResolveLineNumbers.Rule.INTERRUPTIONS),
            new SimplifyConstantTests(),
            new OptimizeBlocks(
                ops,
                foldsAppended ? OptimizeBlocks.Folding.ALL : OptimizeBlocks.Folding.SHORT_DISPLAYS,
                false),
            new RemoveRedundantPairs(),
            new RemoveUnreachable(false),
            new RemoveRedundantNopsAndJumps(),
            // _PyCfg_OptimizeCodeUnit again
            new RemoveUnusedConstants(),
            new CheckUnsetLocals(),
            new InsertSuperinstructions(),
            new MoveColdBlocks(false),
            new ResolveLineNumbers(ResolveLineNumbers.Rule.INTERRUPTIONS),
            // _PyCfg_OptimizedCfgToInstructionSequence
            new ConvertConditionalJumps(),
            new ComputeStackDepth(ComputeStackDepth.Counted.BEFORE),
            new PrepareLocals(PrepareLocals.GeneratorStart.PLACED),
            new ConvertPseudoOps(),
            new RemoveRedundantNopsAndJumps(),
            new NormalizeJumps(false),
            new BorrowLocals(true));
    return new FlowgraphDialect(ops, passes);
  }

  /** Optimises the code of a unit and brings it into its final order. */
  public LinearCode optimize(CodeUnit unit, ConstantCache cache) {
    FlowGraph graph = GraphBuilder.build(unit, ops, splitting, common, cache);
    for (Pass pass : passes) {
      pass.run(graph);
    }
    return Linearize.of(graph);
  }
}
