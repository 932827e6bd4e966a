/** Whether a webhook is Ibanity's word, and what it says. */
@NullMarked
package org.bankfeed.ponto.internal.webhook;

import org.jspecify.annotations.NullMarked;
