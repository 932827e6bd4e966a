/** A small invoice module in OFBiz's terms: the host ERP when there is none at hand, and an example for those who have one. */
@NullMarked
package org.bankfeed.ledger.internal;

import org.jspecify.annotations.NullMarked;
