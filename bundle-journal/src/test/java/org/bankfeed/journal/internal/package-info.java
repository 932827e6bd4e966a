@NullMarked
package org.bankfeed.journal.internal;

import org.jspecify.annotations.NullMarked;
