package skolem.cli.condense;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.runtime.SwitchBootstraps;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The question of a pattern switch, which of its types is the first that fits, as a chain of
/// tests.
///
/// Its meaning is that of [SwitchBootstraps#typeSwitch]: given a value and the place from which on
/// to look, the place of the first type that the value has, their number if it has none, and -1 for
/// null.
///
/// @param types the types, in order
record TypeSwitch(List<ClassDesc> types) implements Consumer<CodeBuilder> {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of(SwitchBootstraps.class.getName());
  private static final int VALUE = 0;
  private static final int FROM = 1;

  /// A switch all of whose labels are types; others are left to Java.
  static Optional<TypeSwitch> at(InvokeDynamicInstruction site) {
    List<ConstantDesc> labels = site.bootstrapArgs();
    return site.bootstrapMethod().owner().equals(BOOTSTRAPS)
            && site.bootstrapMethod().methodName().equals("typeSwitch")
            && labels.stream().allMatch(TypeSwitch::isReference)
        ? Optional.of(new TypeSwitch(labels.stream().map(ClassDesc.class::cast).toList()))
        : Optional.empty();
  }

  private static boolean isReference(ConstantDesc label) {
    return label instanceof ClassDesc type && !type.isPrimitive();
  }

  @Override
  public void accept(CodeBuilder code) {
    Label present = code.newLabel();
    code.aload(VALUE).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    for (int place = 0; place < types.size(); place++) {
      Label next = code.newLabel();
      code.iload(FROM)
          .loadConstant(place)
          .if_icmpgt(next)
          .aload(VALUE)
          .instanceOf(types.get(place))
          .ifeq(next)
          .loadConstant(place)
          .ireturn()
          .labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }
}
