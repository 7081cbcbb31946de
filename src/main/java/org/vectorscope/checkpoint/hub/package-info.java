/**
 * Where models are and how they are fetched: the lab's own folder, the Hugging Face cache, folders added by hand, the
 * Hugging Face hub, and the starter model.
 *
 * <p>What is fetched lies in a folder of its own ({@code models/.fetching}) until every file is whole and checked, and
 * is then moved in one step: a folder under {@code models} is a whole model. A cut is resumed where it was. A file lock
 * keeps two processes from fetching the same model at once; the second waits and finds it there.
 */
@NullMarked
package org.vectorscope.checkpoint.hub;

import org.jspecify.annotations.NullMarked;
