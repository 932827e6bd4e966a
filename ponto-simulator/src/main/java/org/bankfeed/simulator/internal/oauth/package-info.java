/** Who may do what: the authorization page, the token endpoint, the tokens. */
@NullMarked
package org.bankfeed.simulator.internal.oauth;

import org.jspecify.annotations.NullMarked;
