/**
 * A small invoice module in OFBiz's terms: the host ERP when there is none at hand, and an example for those who have one. Its
 * component checks the caller's role, and leaves the work to the packages below.
 */
@NullMarked
package org.bankfeed.ledger.internal;

import org.jspecify.annotations.NullMarked;
