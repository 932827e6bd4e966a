/** References with check digits, one class for each national rule: the check refuses typing errors, it proves nothing. */
@NullMarked
package org.bankfeed.matching.internal.text.scheme;

import org.jspecify.annotations.NullMarked;
