package skolem.frontend.value;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// An immutable map whose keys are values, in their order: two arrays, of which that of the keys
/// may be shared by maps that differ in their results only. What needs the keys of several maps
/// walks along all of them; keys that are the same object are not looked into.
public final class ValueMap<T> extends AbstractMap<Value, T> {
  private static final ValueMap<?> EMPTY = new ValueMap<>(new Value[0], new Object[0]);

  private final Value[] keys;
  private final Object[] results;
  private final KeyFact fact;

  /// What was found out about an array of keys, for all maps that share it.
  private static final class KeyFact {
    private volatile @Nullable Found found;

    private record Found(Function<?, ?> question, Object answer) {}
  }

  private ValueMap(Value[] keys, Object[] results, KeyFact fact) {
    this.keys = keys;
    this.results = results;
    this.fact = fact;
  }

  private ValueMap(Value[] keys, Object[] results) {
    this(keys, results, new KeyFact());
  }

  @SuppressWarnings("unchecked")
  public static <T> ValueMap<T> empty() {
    return (ValueMap<T>) EMPTY;
  }

  public static <T> ValueMap<T> of(Value key, T result) {
    return new ValueMap<>(new Value[] {key}, new Object[] {result});
  }

  /// The map with these entries, whatever their order.
  public static <T> ValueMap<T> copyOf(Map<Value, T> entries) {
    if (entries instanceof ValueMap<T> same) {
      return same;
    }
    Builder<T> builder = new Builder<>();
    entries.forEach(builder::put);
    return builder.build();
  }

  /// The map of ascending keys without repetition to what `result` says of each.
  public static <T> ValueMap<T> ofAscending(
      Collection<? extends Value> keys, Function<? super Value, T> result) {
    Value[] ascending = keys.toArray(new Value[0]);
    Object[] results = new Object[ascending.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = result.apply(ascending[i]);
    }
    return new ValueMap<>(ascending, results);
  }

  @Override
  public int size() {
    return keys.length;
  }

  /// The result at this 0-based place of the order.
  @SuppressWarnings("unchecked")
  public T result(int index) {
    return (T) results[index];
  }

  /// @throws NoSuchElementException where the map is empty
  public Value firstKey() {
    requireEntries();
    return keys[0];
  }

  /// @throws NoSuchElementException where the map is empty
  public Value lastKey() {
    requireEntries();
    return keys[keys.length - 1];
  }

  private void requireEntries() {
    if (keys.length == 0) {
      throw new NoSuchElementException("the map is empty");
    }
  }

  /// The answer to a question about the keys alone, which is asked once for all maps that share
  /// them, unless another one is asked in between.
  ///
  /// @param question the same object each time
  @SuppressWarnings("unchecked")
  public <R> R ofKeys(Function<? super Collection<Value>, R> question) {
    KeyFact.Found found = fact.found;
    if (found == null || found.question() != question) {
      found = new KeyFact.Found(question, question.apply(Arrays.asList(keys)));
      fact.found = found;
    }
    return (R) found.answer();
  }

  @Override
  public @Nullable T get(@Nullable Object key) {
    int index = indexOf(key);
    return index < 0 ? null : result(index);
  }

  @Override
  public T getOrDefault(@Nullable Object key, T otherwise) {
    int index = indexOf(key);
    return index < 0 ? otherwise : result(index);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return indexOf(key) >= 0;
  }

  private int indexOf(@Nullable Object key) {
    return key instanceof Value value ? SortedValues.indexOf(keys, value) : -1;
  }

  @Override
  public void forEach(BiConsumer<? super Value, ? super T> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], result(i));
    }
  }

  /// This map with another result at the 0-based place `index`.
  public ValueMap<T> with(int index, T result) {
    Object[] changed = results.clone();
    changed[index] = result;
    return new ValueMap<>(keys, changed, fact);
  }

  /// The same keys with these results, in their order.
  ///
  /// @throws IllegalArgumentException where they are not as many
  public <R> ValueMap<R> withResults(List<R> others) {
    if (others.size() != keys.length) {
      throw new IllegalArgumentException(others.size() + " results for " + keys.length + " keys");
    }
    return new ValueMap<>(keys, others.toArray(), fact);
  }

  /// The same keys with what `change` makes of their results; this map where each is the same
  /// object as before.
  @SuppressWarnings({"unchecked", "ReferenceEquality"})
  public <R> ValueMap<R> mapped(BiFunction<? super Value, ? super T, ? extends R> change) {
    Object[] changed = new Object[results.length];
    boolean same = true;
    for (int i = 0; i < changed.length; i++) {
      changed[i] = change.apply(keys[i], result(i));
      same &= changed[i] == results[i];
    }
    return same ? (ValueMap<R>) this : new ValueMap<>(keys, changed, fact);
  }

  /// This map, where for each key that `places` has, too, `change` makes the result of both; the
  /// same object where each is the same as before.
  @SuppressWarnings("ReferenceEquality")
  public <U> ValueMap<T> changedAt(
      ValueMap<U> places, BiFunction<? super T, ? super U, ? extends T> change) {
    Object[] changed = results.clone();
    boolean same = true;
    for (int i = 0; i < places.keys.length; i++) {
      int here = places.keys == keys ? i : SortedValues.indexOf(keys, places.keys[i]);
      if (here >= 0) {
        changed[here] = change.apply(result(here), places.result(i));
        same &= changed[here] == results[here];
      }
    }
    return same ? this : new ValueMap<>(keys, changed, fact);
  }

  /// The entries that are wanted; this map where all are.
  public ValueMap<T> filtered(BiPredicate<? super Value, ? super T> wanted) {
    int kept = 0;
    Value[] keptKeys = new Value[keys.length];
    Object[] keptResults = new Object[keys.length];
    for (int i = 0; i < keys.length; i++) {
      if (wanted.test(keys[i], result(i))) {
        keptKeys[kept] = keys[i];
        keptResults[kept++] = results[i];
      }
    }
    return kept == keys.length
        ? this
        : new ValueMap<>(Arrays.copyOf(keptKeys, kept), Arrays.copyOf(keptResults, kept));
  }

  /// The entries of both maps.
  ///
  /// @param both the result for a key that both have, from this map's and the other's
  public ValueMap<T> union(ValueMap<T> other, BinaryOperator<T> both) {
    return joined(
        other,
        (_, left, right) -> {
          if (left == null || right == null) {
            return Objects.requireNonNull(left == null ? right : left);
          }
          return both.apply(left, right);
        });
  }

  /// What `join` makes of each key that either map has.
  public <U, R> ValueMap<R> joined(ValueMap<U> other, Join<? super T, ? super U, R> join) {
    Value[] all = keysOfBoth(keys, other.keys);
    Object[] joined = new Object[all.length];
    int here = 0;
    int there = 0;
    for (int i = 0; i < all.length; i++) {
      @Nullable T left = hasKey(here, all[i]) ? result(here++) : null;
      @Nullable U right = other.hasKey(there, all[i]) ? other.result(there++) : null;
      joined[i] = join.of(all[i], left, right);
    }
    KeyFact known = all == keys ? fact : all == other.keys ? other.fact : new KeyFact();
    return new ValueMap<>(all, joined, known);
  }

  /// Whether `test` is true of what the maps have for each key that either has: asked in the order
  /// of the keys, up to the first of which it is not.
  public <U> boolean all(ValueMap<U> other, BiPredicate<@Nullable T, @Nullable U> test) {
    int here = 0;
    int there = 0;
    boolean all = true;
    while (all && (here < keys.length || there < other.keys.length)) {
      int order =
          here == keys.length
              ? 1
              : there == other.keys.length ? -1 : keys[here].compareTo(other.keys[there]);
      @Nullable T left = order <= 0 ? result(here++) : null;
      @Nullable U right = order >= 0 ? other.result(there++) : null;
      all = test.test(left, right);
    }
    return all;
  }

  /// What each of these maps has for a key, by the place of the map; null where it has no such key.
  public static <T> ValueMap<List<@Nullable T>> rows(List<ValueMap<T>> maps) {
    Value[] all = maps.isEmpty() ? EMPTY.keys : maps.getFirst().keys;
    for (ValueMap<T> map : maps) {
      all = keysOfBoth(all, map.keys);
    }
    int[] next = new int[maps.size()];
    Object[] rows = new Object[all.length];
    for (int i = 0; i < all.length; i++) {
      List<@Nullable T> row = new ArrayList<>(next.length);
      for (int j = 0; j < next.length; j++) {
        ValueMap<T> map = maps.get(j);
        row.add(map.hasKey(next[j], all[i]) ? map.result(next[j]++) : null);
      }
      rows[i] = row;
    }
    return new ValueMap<>(all, rows);
  }

  private boolean hasKey(int index, Value key) {
    return index < keys.length && keys[index].equals(key);
  }

  /// One of the arrays where it has the keys of the other, too.
  private static Value[] keysOfBoth(Value[] left, Value[] right) {
    if (Arrays.equals(left, right)) {
      return left;
    }
    Value[] all = new Value[left.length + right.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      int order = left[i].compareTo(right[j]);
      all[count++] = order <= 0 ? left[i] : right[j];
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    System.arraycopy(left, i, all, count, left.length - i);
    count += left.length - i;
    System.arraycopy(right, j, all, count, right.length - j);
    count += right.length - j;
    if (count == left.length) {
      return left;
    }
    return count == right.length ? right : Arrays.copyOf(all, count);
  }

  /// What is made of a key of two maps.
  ///
  /// @param <T> the results of the one
  /// @param <U> the results of the other
  /// @param <R> what is made of them
  public interface Join<T, U, R> {
    /// @param left null where the first map has no such key
    /// @param right null where the second map has no such key
    R of(Value key, @Nullable T left, @Nullable U right);
  }

  @Override
  public Set<Value> keySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return keys.length;
      }

      @Override
      public Iterator<Value> iterator() {
        return each(i -> keys[i]);
      }

      @Override
      public boolean contains(@Nullable Object key) {
        return containsKey(key);
      }
    };
  }

  @Override
  public Collection<T> values() {
    return new AbstractCollection<>() {
      @Override
      public int size() {
        return keys.length;
      }

      @Override
      public Iterator<T> iterator() {
        return each(i -> result(i));
      }
    };
  }

  @Override
  public Set<Entry<Value, T>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return keys.length;
      }

      @Override
      public Iterator<Entry<Value, T>> iterator() {
        return each(i -> Map.entry(keys[i], result(i)));
      }
    };
  }

  private <E> Iterator<E> each(IntFunction<E> element) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < keys.length;
      }

      @Override
      public E next() {
        if (next == keys.length) {
          throw new NoSuchElementException();
        }
        return element.apply(next++);
      }
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueMap<?> that
        ? Arrays.equals(keys, that.keys) && Arrays.equals(results, that.results)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  /// Puts a map together, whose keys come in any order; quickest where they ascend.
  public static final class Builder<T> {
    private Value[] keys = new Value[8];
    private Object[] results = new Object[8];

    /// How many keys have come in their order.
    private int inOrder;

    /// Those that came after a greater one.
    private @Nullable TreeMap<Value, T> late;

    public int size() {
      return inOrder + (late == null ? 0 : late.size());
    }

    /// Instead of the result that the key has had, if any.
    public void put(Value key, T result) {
      merge(key, result, (_, recent) -> recent);
    }

    /// @param both the result for a key that has one, from that and the new one
    @SuppressWarnings("unchecked")
    public void merge(Value key, T result, BinaryOperator<T> both) {
      if (inOrder == 0 || keys[inOrder - 1].compareTo(key) < 0) {
        append(key, result);
        return;
      }
      int place = Arrays.binarySearch(keys, 0, inOrder, key);
      if (place >= 0) {
        results[place] = both.apply((T) results[place], result);
      } else {
        if (late == null) {
          late = new TreeMap<>();
        }
        late.merge(key, result, both);
      }
    }

    private void append(Value key, T result) {
      if (inOrder == keys.length) {
        keys = Arrays.copyOf(keys, 2 * inOrder);
        results = Arrays.copyOf(results, 2 * inOrder);
      }
      keys[inOrder] = key;
      results[inOrder++] = result;
    }

    public ValueMap<T> build() {
      ValueMap<T> ordered =
          new ValueMap<>(Arrays.copyOf(keys, inOrder), Arrays.copyOf(results, inOrder));
      if (late == null) {
        return inOrder == 0 ? empty() : ordered;
      }
      ValueMap<T> others =
          new ValueMap<>(late.keySet().toArray(new Value[0]), late.values().toArray());
      return ordered.union(others, (early, _) -> early);
    }
  }
}
