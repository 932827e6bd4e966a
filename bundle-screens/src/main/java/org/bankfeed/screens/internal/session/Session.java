package org.bankfeed.screens.internal.session;

import java.time.Instant;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.SignIn;
import org.jspecify.annotations.Nullable;

/** Somebody who is signed in, in one browser. For many threads: he may have several pages open. */
public final class Session {

    private final SignIn.Person person;
    private final String formToken;
    private final Instant began;
    private volatile Instant lastSeen;
    private volatile CompanyId company;
    private @Nullable Flash flash;

    Session(SignIn.Person person, CompanyId company, String formToken, Instant now) {
        this.person = person;
        this.company = company;
        this.formToken = formToken;
        this.began = now;
        this.lastSeen = now;
    }

    public SignIn.Person person() {
        return person;
    }

    /** The company that he works on now. */
    public CompanyId company() {
        return company;
    }

    public void workOn(CompanyId other) {
        company = other;
    }

    /** Stands in each form that this session is given; a form without it comes from elsewhere. */
    public String formToken() {
        return formToken;
    }

    public synchronized void say(Flash sentence) {
        flash = sentence;
    }

    /** What is to be said now, once. */
    public synchronized @Nullable Flash takeFlash() {
        Flash said = flash;
        flash = null;
        return said;
    }

    Instant began() {
        return began;
    }

    Instant lastSeen() {
        return lastSeen;
    }

    void seen(Instant now) {
        lastSeen = now;
    }

    @Override
    public String toString() {
        return "Session[" + person.name() + "]";
    }
}
