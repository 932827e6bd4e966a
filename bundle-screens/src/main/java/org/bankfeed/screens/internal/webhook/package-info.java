/** The door by which providers call us; it stands apart from the pages, for whoever opens it to the world. */
@NullMarked
package org.bankfeed.screens.internal.webhook;

import org.jspecify.annotations.NullMarked;
