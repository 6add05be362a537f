package skolem.solver.sat;

/// A SAT solver that tells what it learns, and can be stopped.
interface LearningEngine extends SatEngine {

  /// Has each clause of at most so many literals that is learnt from now on put there.
  void onLearning(LearnedClauses learned, int longest);

  /// Makes the call of [#solve] that another thread is in, and those to come, end at once with
  /// [SatEngine.Result#UNKNOWN], until [#resume].
  void interrupt();

  /// Ends the effect of [#interrupt].
  void resume();
}
