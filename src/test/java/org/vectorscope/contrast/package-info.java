@NullMarked
package org.vectorscope.contrast;

import org.jspecify.annotations.NullMarked;
