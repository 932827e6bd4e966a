package org.bankfeed.shell.internal;

import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.bankfeed.access.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Karaf's own users, by whatever its realm {@value #REALM} asks: a file, LDAP, a database. */
@Component(property = "bankfeed.sign-in=karaf")
public final class KarafSignIn implements SignIn {

    static final String REALM = "karaf";
    private static final Logger LOG = LoggerFactory.getLogger(KarafSignIn.class);

    private final ShellSettings settings;

    @Activate
    public KarafSignIn(@Reference ShellSettings settings) {
        this.settings = settings;
    }

    @Override
    public Person signIn(String user, char[] password) throws Refused {
        Subject subject = new Subject();
        try {
            new LoginContext(REALM, subject, new Typed(user.strip(), password)).login();
        } catch (FailedLoginException e) {
            throw refused();
        } catch (LoginException | SecurityException e) {
            LOG.debug("Karaf's realm {} did not sign in a user", REALM, e);
            throw refused();
        }
        KarafPerson person = KarafPerson.of(subject).orElseThrow(KarafSignIn::refused);
        return new Person(person.name(), settings.companies(), settings.rolesOf(person.roles()));
    }

    private static Refused refused() {
        return new Refused("User and password do not fit, or this user may not sign in now.");
    }

    /** Answers the login modules with what was typed. */
    private record Typed(String user, char[] password) implements CallbackHandler {

        @Override
        public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(user);
                } else if (callback instanceof PasswordCallback secret) {
                    secret.setPassword(password);
                } else {
                    throw new UnsupportedCallbackException(callback);
                }
            }
        }

        @Override
        public String toString() {
            return "Typed[" + user + "]";
        }
    }
}
