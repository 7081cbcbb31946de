/**
 * Contrast sets and prompt suites: formats, templating, the token that is read.
 *
 * <p>Decisions: a file is known by its content, never by its ending. Answers in the lab's own format and in CSV are
 * taken as they stand, spaces included, since a space can move the token that is read; those of question-answer files
 * are stripped, since their authors mean the letter. A pair without a prompt is a text that stands alone, so no chat
 * template touches it. Without a template a question and its answer are two lines.
 */
@NullMarked
package org.vectorscope.contrast;

import org.jspecify.annotations.NullMarked;
