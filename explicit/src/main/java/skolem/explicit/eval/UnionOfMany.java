package skolem.explicit.eval;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import skolem.frontend.source.Span;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.Value;

/// `UNION {members}` of sets that are not all written out.
record UnionOfMany(List<DescribedSet> members) implements DescribedSet {
  @Override
  public Decision decide(Value value) {
    Decision any = Decision.NO;
    for (int i = 0; i < members.size() && any != Decision.YES; i++) {
      any = any.or(members.get(i).decide(value));
    }
    return any;
  }

  @Override
  public boolean isFinite() {
    return members.stream().allMatch(DescribedSet::isFinite);
  }

  @Override
  public boolean isInfinite() {
    return members.stream().anyMatch(DescribedSet::isInfinite);
  }

  @Override
  public Iterator<Value> elements(Span at) {
    return SetOps.comparable(union(at), at).iterator();
  }

  @Override
  public Iterator<Value> each(Span at) {
    return union(at).iterator();
  }

  private SetValue union(Span at) {
    SetValue all = SetValue.EMPTY;
    for (DescribedSet member : members) {
      all = SetOps.merge(all, member.written(at));
    }
    return all;
  }

  @Override
  public BigInteger size(Span at) {
    return BigInteger.valueOf(toValue(at).size());
  }

  @Override
  public String describe() {
    return "a union of " + members.size() + " sets";
  }
}
