/** The main path as services: each takes a spec, answers from the cache or computes, and says which. */
@NullMarked
package org.vectorscope.lab;

import org.jspecify.annotations.NullMarked;
