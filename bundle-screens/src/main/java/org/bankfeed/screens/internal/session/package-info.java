/** Who is signed in. */
@NullMarked
package org.bankfeed.screens.internal.session;

import org.jspecify.annotations.NullMarked;
