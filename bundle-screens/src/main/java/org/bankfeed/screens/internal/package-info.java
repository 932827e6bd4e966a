/** The pages of Bankfeed: what a browser asks for and gets. The only room that sees servlets. */
@NullMarked
package org.bankfeed.screens.internal;

import org.jspecify.annotations.NullMarked;
