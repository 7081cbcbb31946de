/** Contrast sets and prompt suites: formats, templating, the token that is read. */
@NullMarked
package org.vectorscope.contrast;

import org.jspecify.annotations.NullMarked;
