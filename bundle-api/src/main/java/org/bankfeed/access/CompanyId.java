package org.bankfeed.access;

/**
 * The company whose books are meant (OFBiz: organizationPartyId). Every key carries it; there is no query without it.
 *
 * @param value 1 to 60 characters: letters, digits, {@code _ - .}
 */
public record CompanyId(String value) {

    /** @throws IllegalArgumentException if the value is no such name */
    public CompanyId {
        if (!value.matches("[A-Za-z0-9_.-]{1,60}")) {
            throw new IllegalArgumentException("'" + value
                    + "' is no company id: use 1 to 60 letters, digits, '_', '-' or '.', as the ERP names the company");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
