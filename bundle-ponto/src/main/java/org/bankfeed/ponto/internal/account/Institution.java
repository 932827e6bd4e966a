package org.bankfeed.ponto.internal.account;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What we need of a bank. */
record Institution(@Nullable String name, ZoneId zone) {}
