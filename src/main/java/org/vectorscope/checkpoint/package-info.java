/** A model on disk: tensors, configuration, tokenizer, chat template; where models are found and fetched. */
@NullMarked
package org.vectorscope.checkpoint;

import org.jspecify.annotations.NullMarked;
