/// Translates a PlusCal algorithm, written in a comment of a module, to TLA+ text.
///
/// Goes in: the text of a file. Comes out: the text with the translation between its markers, and
/// from each place of the new text the place of the old one that it stands for. On the way:
/// [AlgorithmLexer] → [AlgorithmParser] → [MacroExpansion] → [LabelRules] → [Names] → [ControlFlow]
/// → [ModuleWriter]. The translation is that of Lamport's translator, definition by definition, so
/// that properties and configurations written for one fit the other. Imports `source` only.
@NullMarked
package skolem.frontend.pluscal;

import org.jspecify.annotations.NullMarked;
