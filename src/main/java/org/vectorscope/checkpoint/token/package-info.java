/**
 * Tokenizers: transformers' {@code tokenizer.json} run by the tokenizers library through DJL, and the same rebuilt from
 * the metadata of GGUF files.
 */
@NullMarked
package org.vectorscope.checkpoint.token;

import org.jspecify.annotations.NullMarked;
