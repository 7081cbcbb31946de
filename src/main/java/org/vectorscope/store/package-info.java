/**
 * What was computed, kept in one SQLite file under everything that decides it. The only package that sees
 * {@code java.sql}.
 *
 * <p>A run is one result with its recipe; its key is the SHA-256 of the recipe's canonical JSON, its kind and that
 * kind's schema version, so that asking again for the same thing reads it back. Decisions:
 *
 * <ul>
 *   <li>WAL with full synchronisation: what {@code put} returned from survives a killed process and a lost power line,
 *       and a second window may read and write beside this one.
 *   <li>Payloads lie in chunks of a megabyte with a checksum each. What does not read back as it was written counts as
 *       never computed.
 *   <li>At start a file of moderate size is checked whole, a large one in its small tables only, unless it gave
 *       trouble before: a check reads every page, and the window is to open within two seconds. A damaged file is set
 *       aside, never deleted.
 *   <li>Where the disk refuses (full, read-only, locked), new results stay in memory, with a sentence; what the file
 *       holds can still be read.
 * </ul>
 */
@NullMarked
package org.vectorscope.store;

import org.jspecify.annotations.NullMarked;
