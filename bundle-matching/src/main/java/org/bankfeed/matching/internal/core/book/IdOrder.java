package org.bankfeed.matching.internal.core.book;

/**
 * The beginning of an id as a number: where two differ, so do their ids, in the same order by {@link Long#compareUnsigned}. What is sorted by id has it at
 * hand, where the signs of the id lie elsewhere in memory.
 */
final class IdOrder {

    private static final int SIGNS = Long.BYTES;
    private static final int HIGHEST = 0xFF;

    private IdOrder() {}

    static long of(String id) {
        long order = 0;
        boolean whole = true;
        for (int i = 0; i < SIGNS; i++) {
            int sign = whole && i < id.length() ? Math.min(HIGHEST, id.charAt(i)) : 0;
            whole &= sign < HIGHEST; // signs beyond all have the highest number, so that nothing after one may count
            order = order << Byte.SIZE | sign;
        }
        return order;
    }
}
