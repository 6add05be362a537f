package skolem.cli.condense;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.DiscontinuedInstruction;

/// One class file, condensed: the same class, of which an AOT cache (JEP 483) keeps more.
///
/// Pattern switches, and `equals` and `hashCode` of records, are call sites that a bootstrap method
/// of Java links when they are first reached, by classes that it makes on the way. The cache keeps
/// such classes for lambdas only, so that every start makes the others anew; here each call site
/// becomes a call of a method in the class itself. Class files older than version 50 are not kept
/// at all, as they are verified without stack maps; here they get them.
final class CondensedClass {
  /// The first version with stack maps, which the verifier insists on from 51 on.
  private static final int STACK_MAPS = ClassFile.JAVA_6_VERSION;

  /// Reads class files, for to load classes would be to link them.
  private static final ClassHierarchyResolverOption HIERARCHY =
      ClassHierarchyResolverOption.of(
          ClassHierarchyResolver.ofResourceParsing(CondensedClass.class.getClassLoader()).cached());

  private CondensedClass() {}

  /// @param bytes a class file; what it extends or implements is on the class path
  static byte[] of(byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    if (model.isModuleInfo()) {
      return bytes;
    }
    if (model.majorVersion() < STACK_MAPS) {
      return hasSubroutines(model) ? bytes : renewed(model);
    }
    return model.findAttribute(Attributes.bootstrapMethods()).isPresent() ? direct(model) : bytes;
  }

  private static boolean hasSubroutines(ClassModel model) {
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .anyMatch(DiscontinuedInstruction.class::isInstance);
  }

  private static byte[] renewed(ClassModel model) {
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            builder.with(element);
          }
        };
    return ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, HIERARCHY)
        .transformClass(
            model, version.andThen(ClassTransform.transformingMethodBodies((b, e) -> b.with(e))));
  }

  private static byte[] direct(ClassModel model) {
    return ClassFile.of(HIERARCHY)
        .transformClass(model, ClassTransform.ofStateful(() -> new DirectCalls(model)));
  }
}
