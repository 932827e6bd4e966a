/** A browser's request, what is answered, and how the two find each other. */
@NullMarked
package org.bankfeed.screens.internal.web;

import org.jspecify.annotations.NullMarked;
