package org.bankfeed.access;

import java.util.Set;

/**
 * Who acts, for which company, by which door. Part of every business call; services check the rights, not screens.
 *
 * @param company whose books are meant
 * @param name the person's user name, or the job's name; goes into the audit log
 * @param roles what the caller may do in this company
 * @param channel the door
 */
public record Caller(CompanyId company, String name, Set<Role> roles, Channel channel) {

    public Caller {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a caller needs a name");
        }
        roles = Set.copyOf(roles);
    }

    /** A job of ours that works for a company by itself, such as the schedule's reading and matching. */
    public static Caller job(CompanyId company, String name) {
        return new Caller(company, name, Set.of(Role.JOB, Role.VIEWER), Channel.SCHEDULE);
    }

    /** Whether the caller holds at least one of the roles. */
    public boolean may(Role... oneOf) {
        for (Role role : oneOf) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Passes if the caller holds at least one of the roles.
     *
     * @param act what is being tried, for the message: {@code "confirm a match"}
     * @throws AccessDeniedException if not
     */
    public void require(String act, Role... oneOf) {
        if (!may(oneOf)) {
            throw new AccessDeniedException(this, act, Set.of(oneOf));
        }
    }
}
