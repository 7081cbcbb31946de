/** The Model screen: what is on this machine, what one of them is, and how to get more. */
@NullMarked
package org.vectorscope.ui.model;

import org.jspecify.annotations.NullMarked;
