/** How links are made, renewed, ended and accepted, and which accounts they share. */
@NullMarked
package org.bankfeed.journal.internal.link;

import org.jspecify.annotations.NullMarked;
