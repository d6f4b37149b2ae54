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
  private static final int DEPTH_ONE_312 = 4;
  private static final int DEPTH_ONE_315 = 8;

  private final OpcodeTable ops;
  private final CommonConstants common;
  private final List<Pass> passes;

  private FlowgraphDialect(OpcodeTable ops, List<Pass> passes) {
    this.ops = ops;
    this.common = new CommonConstants(ops);
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
            new InlineSmallBlocks(),
            new RemoveUnreachable(),
            new ResolveLineNumbers(true),
            new SimplifyConstantTests(),
            new OptimizeBlocks(ops, OptimizeBlocks.Folding.ALL, true),
            new RemoveRedundantPairs(),
            new RemoveUnreachable(),
            new RemoveRedundantNopsAndJumps(),
            // _PyCfg_OptimizeCodeUnit again
            new RemoveUnusedConstants(),
            new CheckUnsetLocals(),
            new InsertSuperinstructions(),
            new MoveColdBlocks(),
            new ResolveLineNumbers(true),
            // _PyCfg_OptimizedCfgToInstructionSequence
            new ConvertConditionalJumps(),
            new ComputeStackDepth(ComputeStackDepth.Counted.BEFORE),
            new PrepareLocals(false),
            new ConvertPseudoOps(),
            new NormalizeJumps(true),
            new BorrowLocals(false));
    return new FlowgraphDialect(ops, passes);
  }

  /** The dialect of 3.13, whose constants were folded in the tree. */
  public static FlowgraphDialect v313(Target target) {
    OpcodeTable ops = target.opcodes();
    List<Pass> passes =
        List.of(
            // _PyCfg_OptimizeCodeUnit
            new MarkExceptHandlers(),
            new LabelExceptionTargets(DEPTH_ONE_312),
            // optimize_cfg
            new InlineSmallBlocks(),
            new RemoveUnreachable(),
            new ResolveLineNumbers(false),
            new SimplifyConstantTests(),
            new OptimizeBlocks(ops, OptimizeBlocks.Folding.TUPLES, false),
            new RemoveRedundantPairs(),
            new RemoveUnreachable(),
            new RemoveRedundantNopsAndJumps(),
            // _PyCfg_OptimizeCodeUnit again
            new RemoveUnusedConstants(),
            new CheckUnsetLocals(),
            new InsertSuperinstructions(),
            new MoveColdBlocks(),
            new ResolveLineNumbers(false),
            // _PyCfg_OptimizedCfgToInstructionSequence
            new ComputeStackDepth(ComputeStackDepth.Counted.AFTER),
            new PrepareLocals(true),
            new ConvertPseudoOps(),
            new NormalizeJumps(false));
    return new FlowgraphDialect(ops, passes);
  }

  private static FlowgraphDialect v314(Target target, boolean foldsAppended) {
    OpcodeTable ops = target.opcodes();
    List<Pass> passes =
        List.of(
            // _PyCfg_OptimizeCodeUnit
            new MarkExceptHandlers(),
            new LabelExceptionTargets(DEPTH_ONE_312),
            // optimize_cfg
            new InlineSmallBlocks(),
            new RemoveUnreachable(),
            new ResolveLineNumbers(false),
            new SimplifyConstantTests(),
            new OptimizeBlocks(
                ops,
                foldsAppended ? OptimizeBlocks.Folding.ALL : OptimizeBlocks.Folding.SHORT_DISPLAYS,
                false),
            new RemoveRedundantPairs(),
            new RemoveUnreachable(),
            new RemoveRedundantNopsAndJumps(),
            // _PyCfg_OptimizeCodeUnit again
            new RemoveUnusedConstants(),
            new CheckUnsetLocals(),
            new InsertSuperinstructions(),
            new MoveColdBlocks(),
            new ResolveLineNumbers(false),
            // _PyCfg_OptimizedCfgToInstructionSequence
            new ConvertConditionalJumps(),
            new ComputeStackDepth(ComputeStackDepth.Counted.BEFORE),
            new PrepareLocals(true),
            new ConvertPseudoOps(),
            new NormalizeJumps(false),
            new BorrowLocals(true));
    return new FlowgraphDialect(ops, passes);
  }

  /** Optimises the code of a unit and brings it into its final order. */
  public LinearCode optimize(CodeUnit unit, ConstantCache cache) {
    FlowGraph graph = GraphBuilder.build(unit, ops, common, cache);
    for (Pass pass : passes) {
      pass.run(graph);
    }
    return Linearize.of(graph);
  }
}
