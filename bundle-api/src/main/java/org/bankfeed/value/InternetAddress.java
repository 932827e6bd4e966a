package org.bankfeed.value;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An address on the internet in figures; never a name, so that nobody is asked what it means.
 *
 * @param value the address
 */
public record InternetAddress(InetAddress value) {

    private static final Pattern FOUR = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    public static InternetAddress of(InetAddress value) {
        return new InternetAddress(value);
    }

    /** Reads {@code 192.0.2.7} or {@code 2001:db8::7}; empty for whatever else it is, a name among it. */
    public static Optional<InternetAddress> read(String text) {
        String plain = text.strip();
        if (!FOUR.matcher(plain).matches() && !SIX.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InternetAddress(InetAddress.getByName(plain)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the whole internet knows it: not of a house, a provider's inside, a machine itself, many at once, or an
     * example in a book.
     */
    public boolean isPublic() {
        boolean confined = value.isAnyLocalAddress()
                || value.isLoopbackAddress()
                || value.isLinkLocalAddress()
                || value.isSiteLocalAddress()
                || value.isMulticastAddress();
        return !confined && (value instanceof Inet4Address ? isPublicFour() : isPublicSix());
    }

    private boolean isPublicFour() {
        int first = octet(0);
        boolean reserved = first == 0 || first >= 240;
        boolean sharedByProvider = first == 100 && (octet(1) & 0xc0) == 64;
        boolean forBenchmarks = first == 198 && (octet(1) & 0xfe) == 18;
        boolean forProtocols = begins(192, 0, 0);
        boolean inBooks = begins(192, 0, 2) || begins(198, 51, 100) || begins(203, 0, 113);
        return !reserved && !sharedByProvider && !forBenchmarks && !forProtocols && !inBooks;
    }

    /** Of all addresses only an eighth was given out; an older one inside another kind of address is nobody's own. */
    private boolean isPublicSix() {
        boolean givenOut = (octet(0) & 0xe0) == 0x20;
        boolean inBooks = begins(0x20, 0x01, 0x0d, 0xb8) || (begins(0x3f, 0xff) && octet(2) < 0x10);
        boolean tunnel = begins(0x20, 0x01, 0, 0) || begins(0x20, 0x02);
        return givenOut && !inBooks && !tunnel;
    }

    private boolean begins(int... octets) {
        return IntStream.range(0, octets.length).allMatch(place -> octet(place) == octets[place]);
    }

    private int octet(int place) {
        return value.getAddress()[place] & 0xff;
    }

    /** In its usual spelling, without the name of a network card. */
    @Override
    public String toString() {
        String text = value.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }
}
