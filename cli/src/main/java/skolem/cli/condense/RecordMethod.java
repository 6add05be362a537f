package skolem.cli.condense;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.runtime.ObjectMethods;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// `equals` or `hashCode` of a record, component by component, with the meaning that
/// [ObjectMethods#bootstrap] gives them.
sealed interface RecordMethod extends Consumer<CodeBuilder> {
  /// @param type the record
  /// @param components its components
  record Equals(ClassDesc type, List<Component> components) implements RecordMethod {
    private static final int RECORD = 0;
    private static final int OTHER = 1;

    @Override
    public void accept(CodeBuilder code) {
      Label different = code.newLabel();
      code.aload(OTHER).instanceOf(type).ifeq(different);
      for (Component component : components) {
        code.aload(RECORD).getfield(type, component.name(), component.type());
        code.aload(OTHER).checkcast(type).getfield(type, component.name(), component.type());
        component.jumpIfDifferent(code, different);
      }
      code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
    }
  }

  /// @param type the record
  /// @param components its components
  record HashCode(ClassDesc type, List<Component> components) implements RecordMethod {
    private static final int RECORD = 0;
    private static final int FACTOR = 31;

    @Override
    public void accept(CodeBuilder code) {
      code.iconst_0();
      for (Component component : components) {
        code.loadConstant(FACTOR).imul();
        code.aload(RECORD).getfield(type, component.name(), component.type());
        component.hash(code);
        code.iadd();
      }
      code.ireturn();
    }
  }

  /// @param name the name of the field
  /// @param type its type
  record Component(String name, ClassDesc type) {
    private static final ClassDesc OBJECTS = ClassDesc.of(Objects.class.getName());
    private static final MethodTypeDesc EQUALS =
        MethodTypeDesc.of(
            ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
    private static final MethodTypeDesc HASH =
        MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);

    /// Compares the two values on the stack.
    void jumpIfDifferent(CodeBuilder code, Label label) {
      if (type.isPrimitive()) {
        MethodTypeDesc compare = MethodTypeDesc.of(ConstantDescs.CD_int, type, type);
        code.invokestatic(box(), "compare", compare).ifne(label);
      } else {
        code.invokestatic(OBJECTS, "equals", EQUALS).ifeq(label);
      }
    }

    /// Leaves the hash code of the value on the stack in its place.
    void hash(CodeBuilder code) {
      if (type.isPrimitive()) {
        code.invokestatic(box(), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
      } else {
        code.invokestatic(OBJECTS, "hashCode", HASH);
      }
    }

    private ClassDesc box() {
      return switch (TypeKind.from(type)) {
        case BOOLEAN -> ConstantDescs.CD_Boolean;
        case BYTE -> ConstantDescs.CD_Byte;
        case CHAR -> ConstantDescs.CD_Character;
        case SHORT -> ConstantDescs.CD_Short;
        case INT -> ConstantDescs.CD_Integer;
        case LONG -> ConstantDescs.CD_Long;
        case FLOAT -> ConstantDescs.CD_Float;
        case DOUBLE -> ConstantDescs.CD_Double;
        case REFERENCE, VOID -> throw new AssertionError("no primitive component: " + type);
      };
    }
  }

  /// The method that this call site asks for; `toString` is left to Java.
  static Optional<RecordMethod> at(InvokeDynamicInstruction site) {
    if (!site.bootstrapMethod().owner().equals(ClassDesc.of(ObjectMethods.class.getName()))) {
      return Optional.empty();
    }
    List<ConstantDesc> arguments = site.bootstrapArgs();
    ClassDesc type = (ClassDesc) arguments.getFirst();
    List<Component> components =
        arguments.stream()
            .filter(DirectMethodHandleDesc.class::isInstance)
            .map(DirectMethodHandleDesc.class::cast)
            .map(get -> new Component(get.methodName(), get.invocationType().returnType()))
            .toList();
    return switch (site.name().stringValue()) {
      case "equals" -> Optional.of(new Equals(type, components));
      case "hashCode" -> Optional.of(new HashCode(type, components));
      default -> Optional.empty();
    };
  }
}
