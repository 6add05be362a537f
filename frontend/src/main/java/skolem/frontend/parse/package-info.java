/// From text to syntax tree: grammar, layout of junction lists, precedence of operators.
///
/// Takes a [skolem.frontend.source.SourceFile], gives [skolem.frontend.syntax.ModuleTree]s; the one
/// entrance is [ModuleParser]. The stages, each a class: [Scanner] (words), [DefinitionHeads]
/// (where definitions begin), [OperatorRoles] (prefix, infix, postfix), [JunctionLayout] (bulleted
/// lists and kinds of brackets), the generated `TlaParser` (an LL(1) grammar), then the builders
/// with [OperatorPrecedence]. The only user of ANTLR. Imports `source` and `syntax`.
@NullMarked
package skolem.frontend.parse;

import org.jspecify.annotations.NullMarked;
