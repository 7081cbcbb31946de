/**
 * Chat templates: a subset of Jinja2 as transformers runs it (trimmed blocks, loop controls, {@code tojson} without HTML
 * escaping, {@code raise_exception}, {@code strftime_now}, {@code generation} blocks).
 *
 * <p>A template comes from a stranger, so the interpreter is closed by construction: a value is one of the kinds of
 * {@link org.vectorscope.checkpoint.template.Value} and nothing else, there is no reflection, nothing in a template can
 * change a list or a table, and every step, every character made and every level of nesting is charged to a
 * {@link org.vectorscope.checkpoint.template.Budget}. What the text of a message holds is never run.
 */
@NullMarked
package org.vectorscope.checkpoint.template;

import org.jspecify.annotations.NullMarked;
