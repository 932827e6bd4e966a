package org.bankfeed.access;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says who somebody is: Karaf's users, or the host ERP's when we run inside it.
 *
 * <p>Safe for use by many threads; calls may block on a directory server.
 */
@ConsumerType
public interface SignIn {

    /**
     * Checks a user's password.
     *
     * @param user the name typed; blanks around it are ignored
     * @param password the password typed; the caller wipes it afterwards, the implementation keeps no copy
     * @return who it is and what he may do
     * @throws Refused if user and password do not fit, or the user is locked; the message never says which
     */
    Person signIn(String user, char[] password) throws Refused;

    /**
     * Somebody who signed in.
     *
     * @param name the user name
     * @param companies the companies that he may act for
     * @param roles what he may do there
     */
    record Person(String name, Set<CompanyId> companies, Set<Role> roles) {

        public Person {
            companies = Set.copyOf(companies);
            roles = Set.copyOf(roles);
        }

        /**
         * This person as the caller of a company's services.
         *
         * @throws AccessDeniedException if he may not act for that company
         */
        public Caller as(CompanyId company, Channel channel) {
            if (!companies.contains(company)) {
                throw new AccessDeniedException(
                        new Caller(company, name, Set.of(), channel), "act", Set.of(Role.VIEWER));
            }
            return new Caller(company, name, roles, channel);
        }
    }

    /** User and password do not fit, or the user may not sign in now. */
    final class Refused extends Exception {
        public Refused(String message) {
            super(message);
        }
    }
}
