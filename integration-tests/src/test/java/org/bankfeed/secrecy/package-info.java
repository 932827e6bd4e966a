/** No secret and no whole account number gets out: neither into a page or the shell, nor into a log, a dump or a file. */
@NullMarked
package org.bankfeed.secrecy;

import org.jspecify.annotations.NullMarked;
