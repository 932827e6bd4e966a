package org.bankfeed.journal.internal;

import java.time.Instant;
import java.util.Currency;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/** An account as a feed tells of it: like another one, but for what a test says. */
final class ToldAccount {

    private final FeedAccount plain;
    private FeedAccountId id;
    private AccountReference reference;
    private Currency currency;
    private String subtype;
    private @Nullable String description;
    private @Nullable Balance current;
    private @Nullable Instant synchronizedAt;
    private @Nullable Instant authorizedAt;
    private @Nullable Instant authorizationEnds;
    private @Nullable String lastFailure;

    private ToldAccount(FeedAccount plain) {
        this.plain = plain;
        this.id = plain.id();
        this.reference = plain.reference();
        this.currency = plain.currency();
        this.subtype = plain.subtype();
        this.description = plain.description();
        this.current = plain.current();
        this.synchronizedAt = plain.synchronizedAt();
        this.authorizedAt = plain.authorizedAt();
        this.authorizationEnds = plain.authorizationEnds();
        this.lastFailure = plain.lastFailure();
    }

    static ToldAccount like(FeedAccount plain) {
        return new ToldAccount(plain);
    }

    FeedAccount told() {
        return new FeedAccount(
                id,
                reference,
                currency,
                subtype,
                description,
                plain.holder(),
                plain.institution(),
                plain.zone(),
                current,
                plain.available(),
                synchronizedAt,
                authorizedAt,
                authorizationEnds,
                plain.availability(),
                lastFailure,
                plain.internalReference());
    }

    ToldAccount id(FeedAccountId is) {
        this.id = is;
        return this;
    }

    ToldAccount reference(AccountReference is) {
        this.reference = is;
        return this;
    }

    ToldAccount currency(Currency is) {
        this.currency = is;
        return this;
    }

    ToldAccount subtype(String is) {
        this.subtype = is;
        return this;
    }

    ToldAccount description(@Nullable String is) {
        this.description = is;
        return this;
    }

    ToldAccount current(@Nullable Balance is) {
        this.current = is;
        return this;
    }

    ToldAccount synchronizedAt(@Nullable Instant is) {
        this.synchronizedAt = is;
        return this;
    }

    ToldAccount authorizedAt(@Nullable Instant is) {
        this.authorizedAt = is;
        return this;
    }

    ToldAccount authorizationEnds(@Nullable Instant is) {
        this.authorizationEnds = is;
        return this;
    }

    ToldAccount lastFailure(@Nullable String is) {
        this.lastFailure = is;
        return this;
    }
}
