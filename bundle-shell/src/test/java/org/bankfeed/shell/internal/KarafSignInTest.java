package org.bankfeed.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.bankfeed.access.Role;
import org.bankfeed.access.SignIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KarafSignInTest {

    private final SignIn signIn = new KarafSignIn(SettingsForTests.plain());

    @BeforeEach
    void realm() {
        Configuration.setConfiguration(new Configuration() {
            @Override
            public AppConfigurationEntry @Nullable [] getAppConfigurationEntry(String name) {
                return name.equals("karaf")
                        ? new AppConfigurationEntry[] {
                            new AppConfigurationEntry(
                                    OneUser.class.getName(), LoginModuleControlFlag.REQUIRED, Map.of())
                        }
                        : null;
            }
        });
    }

    @AfterEach
    void noRealm() {
        Configuration.setConfiguration(null);
    }

    @Test
    void aUserOfTheRealmIsAPersonOfTheCompanies() throws Exception {
        SignIn.Person person = signIn.signIn(" ann ", "right".toCharArray());

        assertThat(person.name()).isEqualTo("ann");
        assertThat(person.roles()).containsExactlyInAnyOrder(Role.VIEWER, Role.BOOKKEEPER);
        assertThat(person.companies()).hasSize(1);
    }

    @Test
    void neitherSaysWhetherUserOrPasswordWasWrong() {
        assertThatThrownBy(() -> signIn.signIn("ann", "wrong".toCharArray()))
                .isInstanceOf(SignIn.Refused.class)
                .hasMessageNotContaining("ann");
        assertThatThrownBy(() -> signIn.signIn("bob", "right".toCharArray())).isInstanceOf(SignIn.Refused.class);
    }

    /** The realm's only module: ann, whose password is "right". */
    public static final class OneUser implements LoginModule {
        private @Nullable Subject subject;
        private @Nullable CallbackHandler handler;

        @Override
        public void initialize(Subject s, CallbackHandler h, Map<String, ?> shared, Map<String, ?> options) {
            subject = s;
            handler = h;
        }

        @Override
        public boolean login() throws LoginException {
            NameCallback name = new NameCallback("user");
            PasswordCallback password = new PasswordCallback("password", false);
            try {
                Objects.requireNonNull(handler).handle(new Callback[] {name, password});
            } catch (java.io.IOException | javax.security.auth.callback.UnsupportedCallbackException e) {
                throw new LoginException(e.getMessage());
            }
            if (!name.getName().equals("ann") || !Arrays.equals(password.getPassword(), "right".toCharArray())) {
                throw new FailedLoginException("no");
            }
            return true;
        }

        @Override
        public boolean commit() {
            var principals = Objects.requireNonNull(subject).getPrincipals();
            principals.add(new UserPrincipal("ann"));
            principals.add(new RolePrincipal("bookkeeper"));
            return true;
        }

        @Override
        public boolean abort() {
            return true;
        }

        @Override
        public boolean logout() {
            return true;
        }
    }
}
