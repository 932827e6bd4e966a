/** Secrets: sealed under data keys, whose turn it is to change them, and how their keys are changed. */
@NullMarked
package org.bankfeed.store.internal.vault;

import org.jspecify.annotations.NullMarked;
