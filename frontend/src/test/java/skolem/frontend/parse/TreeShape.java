package skolem.frontend.parse;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.source.Span;

/// What a syntax tree consists of, all but the places: two trees are the same if this text is.
public final class TreeShape {
  private static final ClassValue<List<Method>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> component.getType() != Span.class)
              .map(RecordComponent::getAccessor)
              .toList();
        }
      };

  private final StringBuilder text = new StringBuilder();

  private TreeShape() {}

  public static String of(@Nullable Object node) throws ReflectiveOperationException {
    TreeShape shape = new TreeShape();
    shape.add(node);
    return shape.text.toString();
  }

  private void add(@Nullable Object node) throws ReflectiveOperationException {
    switch (node) {
      case null -> text.append("none");
      case List<?> list -> {
        text.append('[');
        String separator = "";
        for (Object item : list) {
          text.append(separator);
          add(item);
          separator = ", ";
        }
        text.append(']');
      }
      case Record record -> {
        text.append(record.getClass().getSimpleName()).append('(');
        String separator = "";
        for (Method part : PARTS.get(record.getClass())) {
          text.append(separator);
          add(part.invoke(record));
          separator = ", ";
        }
        text.append(')');
      }
      default -> text.append(node);
    }
  }
}
