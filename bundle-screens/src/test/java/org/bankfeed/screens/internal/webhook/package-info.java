@NullMarked
package org.bankfeed.screens.internal.webhook;

import org.jspecify.annotations.NullMarked;
