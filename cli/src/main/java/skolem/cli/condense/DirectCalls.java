package skolem.cli.condense;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Replaces call sites that Java would link at run time by calls of methods that it adds.
final class DirectCalls implements ClassTransform {
  /// A name that no compiler gives.
  private static final String NAME = "condensed$";

  private static final int FLAGS =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private record Added(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {}

  private final ClassModel model;
  private final List<Added> added = new ArrayList<>();

  DirectCalls(ClassModel model) {
    this.model = model;
  }

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    if (element instanceof MethodModel method && method.code().filter(this::isOpen).isPresent()) {
      builder.transformMethod(method, MethodTransform.transformingCode(this::replace));
    } else {
      builder.with(element);
    }
  }

  @Override
  public void atEnd(ClassBuilder builder) {
    for (Added method : added) {
      builder.withMethodBody(method.name(), method.type(), FLAGS, method.body());
    }
  }

  private boolean isOpen(CodeModel code) {
    return code.elementStream().anyMatch(element -> body(element).isPresent());
  }

  private void replace(CodeBuilder builder, CodeElement element) {
    Optional<Consumer<CodeBuilder>> body = body(element);
    if (body.isPresent() && element instanceof InvokeDynamicInstruction site) {
      Added method = new Added(NAME + added.size(), site.typeSymbol(), body.get());
      added.add(method);
      boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
      builder.invokestatic(model.thisClass().asSymbol(), method.name(), method.type(), isInterface);
    } else {
      builder.with(element);
    }
  }

  /// What a method that takes the place of a call site does, or nothing if it is to stay.
  private static Optional<Consumer<CodeBuilder>> body(CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction site)) {
      return Optional.empty();
    }
    Optional<TypeSwitch> typeSwitch = TypeSwitch.at(site);
    return typeSwitch.isPresent()
        ? typeSwitch.map(body -> body)
        : RecordMethod.at(site).map(body -> body);
  }
}
