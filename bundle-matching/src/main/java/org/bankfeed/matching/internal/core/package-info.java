/**
 * The pure core: what a bank line pays, as a function of the book of one company and the line. No clock, no input or output.
 * Here is what comes in and goes out, and what evidence weighs; {@code book} knows, {@code read} reads, {@code find} finds,
 * {@code judge} decides, each seeing only those before it.
 */
@NullMarked
package org.bankfeed.matching.internal.core;

import org.jspecify.annotations.NullMarked;
