/** The engine on libtorch through DJL. The only package that sees {@code ai.djl}. */
@NullMarked
package org.vectorscope.engine.torch;

import org.jspecify.annotations.NullMarked;
