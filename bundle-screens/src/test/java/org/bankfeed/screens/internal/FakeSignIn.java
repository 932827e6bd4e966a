package org.bankfeed.screens.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.access.SignIn;

/** Users by name; the password of each is {@code secret of <name>}. */
final class FakeSignIn implements SignIn {

    private final Map<String, Person> people = new HashMap<>();

    FakeSignIn add(String name, CompanyId company, Role... roles) {
        people.put(name, new Person(name, Set.of(company), Set.of(roles)));
        return this;
    }

    static String passwordOf(String name) {
        return "secret of " + name;
    }

    @Override
    public Person signIn(String user, char[] password) throws Refused {
        Person person = people.get(user.strip());
        if (person == null || !Arrays.equals(password, passwordOf(person.name()).toCharArray())) {
            throw new Refused("User and password do not fit, or this user may not sign in now.");
        }
        return person;
    }
}
