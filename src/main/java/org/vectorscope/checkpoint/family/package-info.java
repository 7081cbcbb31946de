/**
 * Model families: what each calls its settings and its tensors in transformers' folders and in GGUF files. A family is
 * one {@link org.vectorscope.checkpoint.family.Family} in the list of {@link org.vectorscope.checkpoint.family.Families}.
 */
@NullMarked
package org.vectorscope.checkpoint.family;

import org.jspecify.annotations.NullMarked;
