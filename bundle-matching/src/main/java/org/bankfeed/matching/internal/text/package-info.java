/** Readers of text: what bank lines, document numbers and names say once damage and habit are looked through. */
@NullMarked
package org.bankfeed.matching.internal.text;

import org.jspecify.annotations.NullMarked;
