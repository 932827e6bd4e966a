/** What the operator writes, and what of it cannot work. */
@NullMarked
package org.bankfeed.store.internal.config;

import org.jspecify.annotations.NullMarked;
