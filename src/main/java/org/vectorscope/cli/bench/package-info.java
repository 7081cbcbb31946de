/** How fast the engine is: jobs with fixed workloads, beside the usual Python way where an interpreter is given. */
@NullMarked
package org.vectorscope.cli.bench;

import org.jspecify.annotations.NullMarked;
