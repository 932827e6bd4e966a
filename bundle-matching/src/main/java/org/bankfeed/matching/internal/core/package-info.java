/** The pure core: a book of one company's documents, and what a bank line pays. No clock, no input or output. */
@NullMarked
package org.bankfeed.matching.internal.core;

import org.jspecify.annotations.NullMarked;
