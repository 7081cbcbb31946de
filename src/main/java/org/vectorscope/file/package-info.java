/** Reading what comes from outside with suspicion, and writing so that nothing saved is lost. */
@NullMarked
package org.vectorscope.file;

import org.jspecify.annotations.NullMarked;
