/** Master keys: where they lie, and what is sealed with a key. */
@NullMarked
package org.bankfeed.store.internal.key;

import org.jspecify.annotations.NullMarked;
